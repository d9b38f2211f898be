-- The names and addresses somebody had: texts written then still say them.
CREATE TABLE known_name (
  person_id   uuid        NOT NULL REFERENCES person,
  given_name  varchar(80) NOT NULL,
  family_name varchar(80) NOT NULL,
  since       timestamptz NOT NULL,
  until       timestamptz CHECK (until >= since),
  -- Somebody else gave it, or confirmed it.
  vouched     boolean     NOT NULL,
  PRIMARY KEY (person_id, given_name, family_name)
);
CREATE TABLE known_address (
  person_id uuid         NOT NULL REFERENCES person,
  address   varchar(254) NOT NULL CHECK (address = lower(address)),
  since     timestamptz  NOT NULL,
  PRIMARY KEY (person_id, address)
);

-- Today's names; then those the audit and the registers remember, which nobody cut in two.
INSERT INTO known_name (person_id, given_name, family_name, since, vouched)
SELECT p.id, p.given_name, p.family_name, coalesce(last.happened_at, p.created_at),
       last.actor_id IS DISTINCT FROM p.id
FROM person p LEFT JOIN LATERAL (
  SELECT a.happened_at, a.actor_id FROM audit_row a
  WHERE a.subject_id = p.id AND a.what = 'person.corrected' AND a.changes ? 'name'
  ORDER BY a.happened_at DESC, a.id DESC LIMIT 1) last ON true
WHERE p.erased_at IS NULL;
INSERT INTO known_name (person_id, given_name, family_name, since, until, vouched)
SELECT former.person_id, left(split_part(former.name, ' ', 1), 80),
       left(btrim(substr(former.name, length(split_part(former.name, ' ', 1)) + 1)), 80),
       min(former.since), max(former.until), bool_or(former.vouched)
FROM (
  SELECT a.subject_id AS person_id, a.changes -> 'name' ->> 0 AS name, min(p.created_at) AS since,
         max(a.happened_at) AS until,
         -- Whoever corrected it before gave it; the first one was given by whoever registered them.
         bool_or(NOT EXISTS (SELECT 1 FROM audit_row b WHERE b.subject_id = a.subject_id AND b.actor_id = a.subject_id
           AND b.what = 'person.corrected' AND b.changes -> 'name' ->> 1 = a.changes -> 'name' ->> 0)) AS vouched
  FROM audit_row a JOIN person p ON p.id = a.subject_id AND p.erased_at IS NULL
  WHERE a.what = 'person.corrected' AND a.changes -> 'name' ->> 0 IS NOT NULL
  GROUP BY a.subject_id, a.changes -> 'name' ->> 0
  UNION ALL
  SELECT t.person_id, t.person_name, min(t.recorded_at), max(t.recorded_at), bool_or(t.recorded_by <> t.person_id)
  FROM attendance t JOIN person p ON p.id = t.person_id AND p.erased_at IS NULL
  WHERE t.person_name <> 'Personne effacée' GROUP BY t.person_id, t.person_name) former
WHERE btrim(former.name) <> '' AND NOT EXISTS (SELECT 1 FROM known_name k WHERE k.person_id = former.person_id
  AND k.given_name || ' ' || k.family_name = former.name)
GROUP BY former.person_id, former.name;

INSERT INTO known_address (person_id, address, since)
SELECT p.id, lower(p.email), p.created_at FROM person p WHERE p.email IS NOT NULL AND p.erased_at IS NULL;
INSERT INTO known_address (person_id, address, since)
SELECT c.person_id, lower(c.old_address), c.asked_at
FROM address_change c JOIN person p ON p.id = c.person_id AND p.erased_at IS NULL
WHERE c.done_at IS NOT NULL
ON CONFLICT DO NOTHING;

-- A name is taken out of one text of one row of the audit, after somebody looked; no pattern
-- goes over the whole of it any more.
DROP FUNCTION redact_audit(text, text);
CREATE FUNCTION redact_audit(row_id uuid, part text, words_before text, words_after text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  redacted integer;
  path text[] := string_to_array(part, '/');
BEGIN
  PERFORM set_config('faireavec.audit', 'redaction', true);
  IF part = '' THEN
    UPDATE audit_row SET label = words_after WHERE id = row_id AND label = words_before;
  ELSE
    UPDATE audit_row SET changes = jsonb_set(changes, path, to_jsonb(words_after), false)
    WHERE id = row_id AND changes #>> path = words_before;
  END IF;
  GET DIAGNOSTICS redacted = ROW_COUNT;
  PERFORM set_config('faireavec.audit', '', true);
  RETURN redacted;
END
$$;
REVOKE ALL ON FUNCTION redact_audit(uuid, text, text, text) FROM PUBLIC;

-- A frozen bilan never changes, but in one way: a name is taken out of it. It is then made
-- anew, with a fingerprint of its own; when, and the one it had, stay written for good.
CREATE TABLE bilan_redaction (
  id            uuid PRIMARY KEY,
  bilan_id      uuid        NOT NULL REFERENCES bilan,
  redacted_at   timestamptz NOT NULL,
  former_sha256 char(64)    NOT NULL
);
CREATE INDEX bilan_redaction_bilan ON bilan_redaction (bilan_id, redacted_at);
CREATE TRIGGER bilan_redaction_never_changes BEFORE UPDATE OR DELETE ON bilan_redaction
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION guard_bilan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Only words: every number and the very shape of the document stay.
  IF TG_OP = 'UPDATE' AND coalesce(current_setting('faireavec.bilan', true), '') = 'redaction'
     AND (NEW.id, NEW.parcours_id, NEW.number, NEW.kind, NEW.period_from, NEW.period_to, NEW.published_at,
          NEW.published_by, NEW.format, NEW.formula)
         IS NOT DISTINCT FROM (OLD.id, OLD.parcours_id, OLD.number, OLD.kind, OLD.period_from, OLD.period_to,
          OLD.published_at, OLD.published_by, OLD.format, OLD.formula)
     AND regexp_replace(NEW.figures::text, '"([^"\\]|\\.)*"', '""', 'g')
         = regexp_replace(OLD.figures::text, '"([^"\\]|\\.)*"', '""', 'g') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER bilan_never_changes ON bilan;
CREATE TRIGGER bilan_never_changes BEFORE UPDATE OR DELETE ON bilan
  FOR EACH ROW EXECUTE FUNCTION guard_bilan();

CREATE FUNCTION redact_bilan(the_bilan uuid, redaction uuid, redacted_on timestamptz, document jsonb, fingerprint text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO bilan_redaction (id, bilan_id, redacted_at, former_sha256)
  SELECT redaction, b.id, redacted_on, b.sha256 FROM bilan b WHERE b.id = the_bilan;
  PERFORM set_config('faireavec.bilan', 'redaction', true);
  UPDATE bilan SET figures = document, narrative = document ->> 'narrative', sha256 = fingerprint,
    version = version + 1 WHERE id = the_bilan;
  PERFORM set_config('faireavec.bilan', '', true);
END
$$;
REVOKE ALL ON FUNCTION redact_bilan(uuid, uuid, timestamptz, jsonb, text) FROM PUBLIC;
