-- What structures try and share across parcours, searched by its words: accents, case, plurals and apostrophes aside.
CREATE TEXT SEARCH CONFIGURATION library (COPY = french);
ALTER TEXT SEARCH CONFIGURATION library ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- Words between single spaces: in a database of locale C, the parser takes « ’ » and « « » for letters.
CREATE FUNCTION library_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(normalize($1, NFKC), '[^[:alnum:]]+', ' ', 'g');

CREATE FUNCTION library_terms(text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('public.library'::regconfig, public.library_text($1));

CREATE FUNCTION library_words(title text, description text, learning text) RETURNS SETOF text LANGUAGE sql IMMUTABLE
  AS $$
    SELECT DISTINCT lower(word) FROM regexp_split_to_table(public.library_text(title || ' ' || description || ' ' || learning), ' ') word
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9]'
  $$;

ALTER TABLE logged_action
  -- Its address in the library: random, so that it leads to no journal.
  ADD COLUMN library_id    uuid    NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN library_named boolean NOT NULL DEFAULT false CHECK (shared_library OR NOT library_named),
  ADD COLUMN library_news  boolean NOT NULL DEFAULT false CHECK (shared_library OR NOT library_news),
  ADD COLUMN tried_from    uuid    REFERENCES logged_action CHECK (tried_from <> id),
  -- Filled where it is in the library: shared, begun, and the structure's own word.
  ADD COLUMN library_terms tsvector GENERATED ALWAYS AS (
    CASE WHEN shared_library AND NOT awaits_pilot AND state IN ('ONGOING', 'DONE', 'ABANDONED')
      THEN setweight(library_terms(title), 'A') || setweight(library_terms(description), 'C') || setweight(library_terms(learning), 'D')
    END) STORED;
CREATE INDEX logged_action_library ON logged_action USING gin (library_terms);
CREATE INDEX logged_action_library_newest ON logged_action (logged_at DESC, id DESC) WHERE library_terms IS NOT NULL;
CREATE INDEX logged_action_tried_from ON logged_action (tried_from) WHERE tried_from IS NOT NULL;
CREATE INDEX structure_library ON structure USING gin (library_terms(name));

-- The words of the library, for whoever mistypes one. Each is in it as long as an action says it.
CREATE TABLE library_word (
  word  text PRIMARY KEY,
  plain text NOT NULL
);
CREATE INDEX library_word_near ON library_word USING gist (plain gist_trgm_ops);

CREATE FUNCTION keep_library_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.library_terms IS NOT NULL THEN
    DELETE FROM library_word w USING library_words(OLD.title, OLD.description, OLD.learning) AS said(word)
    WHERE w.word = said.word AND NOT EXISTS (SELECT FROM logged_action a
      WHERE a.library_terms @@ to_tsquery('public.library', w.word)
        AND w.word IN (SELECT library_words(a.title, a.description, a.learning)));
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.library_terms IS NOT NULL THEN
    INSERT INTO library_word (word, plain) SELECT said.word, plain_text(said.word)
    FROM library_words(NEW.title, NEW.description, NEW.learning) AS said(word)
    WHERE numnode(to_tsquery('public.library', said.word)) > 0
    ORDER BY said.word ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER logged_action_library_words AFTER INSERT OR DELETE OR UPDATE OF title, description, learning, state,
  shared_library, awaits_pilot ON logged_action FOR EACH ROW EXECUTE FUNCTION keep_library_words();
