-- What a list did not offer, in a few words of one's own, until they are counted as one of its entries.
ALTER TABLE logged_action
  ADD COLUMN own_theme        varchar(80) NOT NULL DEFAULT '' CHECK (own_theme = '' OR theme_id IS NULL),
  ADD COLUMN own_instrument   varchar(80) NOT NULL DEFAULT '' CHECK (own_instrument = '' OR instrument_id IS NULL),
  ADD COLUMN own_lever        varchar(80) NOT NULL DEFAULT '',
  ADD COLUMN own_service_user varchar(80) NOT NULL DEFAULT '',
  ADD COLUMN own_role         varchar(80) NOT NULL DEFAULT '',
  ADD COLUMN own_recognition  varchar(80) NOT NULL DEFAULT '',
  ADD COLUMN own_effect       varchar(80) NOT NULL DEFAULT '';

-- The library finds them as it finds the entries of these lists.
ALTER TABLE logged_action ALTER COLUMN library_terms SET EXPRESSION AS (
  CASE WHEN shared_library AND NOT awaits_pilot AND state IN ('ONGOING', 'DONE', 'ABANDONED')
    THEN setweight(library_terms(title), 'A')
      || setweight(library_terms(own_theme || ' ' || own_lever || ' ' || own_instrument), 'B')
      || setweight(library_terms(description), 'C') || setweight(library_terms(learning), 'D')
  END);

CREATE FUNCTION library_said(a logged_action) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT a.description || ' ' || a.own_theme || ' ' || a.own_lever || ' ' || a.own_instrument $$;

CREATE OR REPLACE FUNCTION keep_library_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.library_terms IS NOT NULL THEN
    DELETE FROM library_word w USING library_words(OLD.title, library_said(OLD), OLD.learning) AS said(word)
    WHERE w.word = said.word AND NOT EXISTS (SELECT FROM logged_action a
      WHERE a.library_terms @@ to_tsquery('public.library', w.word)
        AND w.word IN (SELECT library_words(a.title, library_said(a), a.learning)));
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.library_terms IS NOT NULL THEN
    INSERT INTO library_word (word, plain) SELECT said.word, plain_text(said.word)
    FROM library_words(NEW.title, library_said(NEW), NEW.learning) AS said(word)
    WHERE numnode(to_tsquery('public.library', said.word)) > 0
    ORDER BY said.word ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER logged_action_library_words ON logged_action;
CREATE TRIGGER logged_action_library_words AFTER INSERT OR DELETE OR UPDATE OF title, description, learning, own_theme,
  own_lever, own_instrument, state, shared_library, awaits_pilot ON logged_action
  FOR EACH ROW EXECUTE FUNCTION keep_library_words();
