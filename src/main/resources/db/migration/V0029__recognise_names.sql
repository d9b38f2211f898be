-- A structure's name, whatever its case, accents, hyphens and spaces.
CREATE FUNCTION name_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(plain_text($1), '[^[:alnum:]]+', '', 'g');
CREATE INDEX structure_called ON structure (name_key(name));
