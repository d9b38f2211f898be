-- When somebody first answered from the address they have now; empty, it may be a stranger's.
ALTER TABLE person ADD COLUMN email_proved_at timestamptz;
UPDATE person p SET email_proved_at = a.accepted_at FROM account a
WHERE a.person_id = p.id AND a.accepted_at IS NOT NULL AND p.email IS NOT NULL;

-- What people are called is one line of letters, digits and what joins them: nothing that
-- controls, hides, turns text around, or leads anywhere. Letters are left to the
-- application: which ones there are depends on the machine's locale.
CREATE FUNCTION is_name(text, besides text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate($1, besides, '') !~ ('[\u0001-\u001F!-&(-,/:-@\[-`{-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7'
    || '\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180E\u2000-\u200F\u201A-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFF00-\uFF0F\uFFA0\uFFF0-\uFFFD]');

CREATE FUNCTION made_name(text, besides text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(nullif(btrim(regexp_replace(
    (SELECT string_agg(CASE WHEN is_name(c, besides) THEN c ELSE ' ' END, '' ORDER BY n)
     FROM regexp_split_to_table($1, '') WITH ORDINALITY AS letters (c, n)), ' +', ' ', 'g')), ''), 'Sans nom');

UPDATE person SET given_name = made_name(given_name, ''), family_name = made_name(family_name, '')
WHERE NOT is_name(given_name || family_name, '');
UPDATE session_guest SET name = made_name(name, ',()/&') WHERE NOT is_name(name, ',()/&');
UPDATE mandate SET signatory = made_name(signatory, ',()/&') WHERE NOT is_name(signatory, ',()/&');
DROP FUNCTION made_name;

ALTER TABLE person
  ADD CONSTRAINT person_given_name_is_one CHECK (is_name(given_name, '')),
  ADD CONSTRAINT person_family_name_is_one CHECK (is_name(family_name, ''));
ALTER TABLE session_guest ADD CONSTRAINT session_guest_name_is_one CHECK (is_name(name, ',()/&'));
ALTER TABLE mandate ADD CONSTRAINT mandate_signatory_is_one CHECK (is_name(signatory, ',()/&'));

-- Corsica and overseas have letters in their numbers, and more numbers.
ALTER TABLE structure
  DROP CONSTRAINT structure_rna_check,
  DROP CONSTRAINT structure_departement_check,
  ADD CONSTRAINT structure_rna_check CHECK (rna ~ '^W([0-9]{2}|2[AB]|9[A-Z])[0-9]{7}$'),
  ADD CONSTRAINT structure_departement_check
    CHECK (departement ~ '^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678])$');
