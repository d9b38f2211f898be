-- The files of a published bilan, as they were made: one of each kind for each who reads it another way (whether actions
-- are told, whose targets). A file never changes. When a name is taken out of its bilan the bytes go, and it is made anew;
-- its digest stays, which names nobody.
CREATE TABLE bilan_file (
  id          uuid        PRIMARY KEY,
  bilan_id    uuid        NOT NULL REFERENCES bilan,
  told        boolean     NOT NULL,
  conventions uuid[]      NOT NULL,
  kind        varchar(10) NOT NULL CHECK (kind IN ('PDF', 'XLSX', 'CSV', 'ACTIONS')),
  sha256      varchar(64) NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  made_at     timestamptz NOT NULL,
  content     bytea       CHECK (octet_length(content) > 0),
  CHECK (kind <> 'ACTIONS' OR told)
);
CREATE UNIQUE INDEX bilan_file_once ON bilan_file (bilan_id, told, conventions, kind) WHERE content IS NOT NULL;
CREATE INDEX bilan_file_known ON bilan_file (sha256);

CREATE FUNCTION guard_bilan_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND coalesce(current_setting('faireavec.bilan', true), '') = 'redaction' AND NEW.content IS NULL
     AND (NEW.id, NEW.bilan_id, NEW.told, NEW.conventions, NEW.kind, NEW.sha256, NEW.made_at)
         IS NOT DISTINCT FROM (OLD.id, OLD.bilan_id, OLD.told, OLD.conventions, OLD.kind, OLD.sha256, OLD.made_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER bilan_file_never_changes BEFORE UPDATE OR DELETE ON bilan_file
  FOR EACH ROW EXECUTE FUNCTION guard_bilan_file();
CREATE TRIGGER bilan_file_never_emptied BEFORE TRUNCATE ON bilan_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION redact_bilan(the_bilan uuid, redaction uuid, redacted_on timestamptz, document jsonb, fingerprint text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO bilan_redaction (id, bilan_id, redacted_at, former_sha256)
  SELECT redaction, b.id, redacted_on, b.sha256 FROM bilan b WHERE b.id = the_bilan;
  PERFORM set_config('faireavec.bilan', 'redaction', true);
  UPDATE bilan SET figures = document, narrative = document ->> 'narrative', sha256 = fingerprint,
    version = version + 1 WHERE id = the_bilan;
  UPDATE bilan_file SET content = NULL WHERE bilan_id = the_bilan AND content IS NOT NULL;
  PERFORM set_config('faireavec.bilan', '', true);
END
$$;
