-- Once somebody is erased, their row stays, without them: what they did is still counted.
ALTER TABLE person ADD COLUMN erased_at timestamptz;

-- Guests of one day whose names are gone are still as many guests.
DROP INDEX session_guest_once;
CREATE UNIQUE INDEX session_guest_once ON session_guest (session_id, lower(name), lower(organisation))
  WHERE name <> 'Personne effacée';

-- Somebody asks to be erased: an answer is due within a month.
CREATE TABLE erasure_request (
  id         uuid PRIMARY KEY,
  version    integer      NOT NULL,
  person_id  uuid         NOT NULL REFERENCES person,
  asked_at   timestamptz  NOT NULL,
  asked_by   uuid         NOT NULL REFERENCES person,
  due_on     date         NOT NULL,
  state      varchar(10)  NOT NULL CHECK (state IN ('ASKED', 'WITHDRAWN', 'DONE', 'REFUSED')),
  settled_at timestamptz,
  settled_by uuid         REFERENCES person,
  reason     varchar(500),
  CHECK ((state = 'ASKED') = (settled_at IS NULL)),
  CHECK ((state = 'REFUSED') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX erasure_request_one_open ON erasure_request (person_id) WHERE state = 'ASKED';
CREATE INDEX erasure_request_newest ON erasure_request (settled_at DESC);

-- Told that their account goes unless they come in.
CREATE TABLE idle_warning (
  person_id uuid PRIMARY KEY REFERENCES person,
  warned_at timestamptz NOT NULL
);

-- What each night forgot: {kind: how many}.
CREATE TABLE retention_run (
  id     uuid PRIMARY KEY,
  ran_at timestamptz NOT NULL,
  counts jsonb       NOT NULL
);
CREATE INDEX retention_run_newest ON retention_run (ran_at DESC);

-- The audit never changes, but in two ways: a name is taken out of it, and what is past its
-- term goes. Only the two functions below open these ways, for their own statement; even then
-- who did what, when and to what cannot be touched, nor a row that is younger than the term.
CREATE FUNCTION guard_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  opened text := coalesce(current_setting('faireavec.audit', true), '');
BEGIN
  IF TG_OP = 'UPDATE' AND opened = 'redaction'
     AND (NEW.id, NEW.happened_at, NEW.actor_id, NEW.what, NEW.subject_id, NEW.parcours_id)
         IS NOT DISTINCT FROM (OLD.id, OLD.happened_at, OLD.actor_id, OLD.what, OLD.subject_id, OLD.parcours_id)
     AND (SELECT coalesce(array_agg(k ORDER BY k), '{}') FROM jsonb_object_keys(NEW.changes) k)
         = (SELECT coalesce(array_agg(k ORDER BY k), '{}') FROM jsonb_object_keys(OLD.changes) k) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND opened LIKE 'expiry %' AND OLD.happened_at < substr(opened, 8)::timestamptz THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit_row rows never change' USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER audit_row_never_changes ON audit_row;
CREATE TRIGGER audit_row_never_changes BEFORE UPDATE OR DELETE ON audit_row
  FOR EACH ROW EXECUTE FUNCTION guard_audit();
CREATE TRIGGER audit_row_never_emptied BEFORE TRUNCATE ON audit_row
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Puts other words wherever the pattern is found; returns how many rows held it.
CREATE FUNCTION redact_audit(pattern text, put text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  redacted integer;
BEGIN
  IF coalesce(pattern, '') = '' OR put ~ '["\\]' THEN
    RAISE EXCEPTION 'nothing to redact';
  END IF;
  PERFORM set_config('faireavec.audit', 'redaction', true);
  UPDATE audit_row SET
    label = left(regexp_replace(label, pattern, put, 'gi'), 300),
    changes = (SELECT coalesce(jsonb_object_agg(c.key, replaced.pair), '{}') FROM jsonb_each(changes) c,
      LATERAL (SELECT jsonb_agg(to_jsonb(regexp_replace(v.item #>> '{}', pattern, put, 'gi')) ORDER BY v.place) AS pair
               FROM jsonb_array_elements(c.value) WITH ORDINALITY AS v (item, place)) replaced)
  WHERE label ~* pattern OR changes::text ~* pattern;
  GET DIAGNOSTICS redacted = ROW_COUNT;
  PERFORM set_config('faireavec.audit', '', true);
  RETURN redacted;
END
$$;

-- Forgets at most so many rows older than that moment; returns how many.
CREATE FUNCTION forget_audit(before timestamptz, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  forgotten integer;
BEGIN
  PERFORM set_config('faireavec.audit', 'expiry ' || before::text, true);
  DELETE FROM audit_row WHERE id IN (SELECT id FROM audit_row WHERE happened_at < before ORDER BY happened_at LIMIT most);
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  PERFORM set_config('faireavec.audit', '', true);
  RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION redact_audit(text, text), forget_audit(timestamptz, integer) FROM PUBLIC;
