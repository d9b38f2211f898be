-- Pictures of the sheets people signed on paper, drawn anew, each with the day it is of. Of one whose code could not be
-- read no page is known, until somebody says which it is. A sheet may be of one half-day only.
CREATE TABLE scanned_page (
  id         uuid        PRIMARY KEY,
  version    integer     NOT NULL,
  session_id uuid        NOT NULL REFERENCES collective_session,
  half       integer     CHECK (half IN (1, 2)),
  page       integer     CHECK (page BETWEEN 1 AND 99),
  page_count integer     CHECK (page_count BETWEEN 1 AND 99),
  source     varchar(64) NOT NULL CHECK (source ~ '^[0-9a-f]{64}$'),
  file       varchar(64) NOT NULL REFERENCES stored_file,
  bytes      integer     NOT NULL CHECK (bytes > 0),
  added_at   timestamptz NOT NULL,
  CONSTRAINT scanned_page_known CHECK (page IS NOT NULL OR (half IS NULL AND page_count IS NULL)),
  CONSTRAINT scanned_page_within CHECK (page <= page_count)
);
CREATE UNIQUE INDEX scanned_page_once ON scanned_page (session_id, source);
CREATE INDEX scanned_page_file ON scanned_page (file);

-- A file goes with the last thing that showed it.
CREATE FUNCTION forget_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stored_file WHERE sha256 = to_jsonb(OLD) ->> TG_ARGV[0];
  RETURN NULL;
EXCEPTION WHEN foreign_key_violation THEN
  RETURN NULL;
END $$;
CREATE TRIGGER scanned_page_forgets_its_file AFTER DELETE OR UPDATE OF file ON scanned_page
  FOR EACH ROW EXECUTE FUNCTION forget_file('file');
CREATE TRIGGER funder_forgets_its_logo AFTER DELETE OR UPDATE OF logo ON funder
  FOR EACH ROW EXECUTE FUNCTION forget_file('logo');
