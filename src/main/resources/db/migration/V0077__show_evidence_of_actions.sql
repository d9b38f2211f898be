-- A document somebody gives may be heavier than a picture drawn anew.
ALTER TABLE stored_file DROP CONSTRAINT stored_file_content_check;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_content_check CHECK (octet_length(content) BETWEEN 1 AND 10485760);

-- What shows that an action took place: photos, documents, links, five an action at the most. Of a file, whether it shows
-- or names somebody who could be recognised.
CREATE TABLE evidence_piece (
  id           uuid         PRIMARY KEY,
  version      integer      NOT NULL,
  action_id    uuid         NOT NULL REFERENCES logged_action,
  place        integer      NOT NULL CHECK (place BETWEEN 1 AND 5),
  kind         varchar(10)  NOT NULL CHECK (kind IN ('PHOTO', 'DOCUMENT', 'LINK')),
  label        varchar(150) NOT NULL,
  address      varchar(500) CHECK (address ~ '^https?://'),
  file         varchar(64)  REFERENCES stored_file,
  thumbnail    varchar(64)  REFERENCES stored_file,
  source       varchar(64)  NOT NULL CHECK (source ~ '^[0-9a-f]{64}$'),
  bytes        integer      NOT NULL CHECK (bytes >= 0),
  recognisable boolean      NOT NULL,
  added_at     timestamptz  NOT NULL,
  CONSTRAINT evidence_piece_holds CHECK (
    (kind = 'LINK') = (address IS NOT NULL) AND (kind = 'LINK') = (file IS NULL)
    AND (kind = 'PHOTO') = (thumbnail IS NOT NULL) AND NOT (kind = 'LINK' AND recognisable))
);
CREATE UNIQUE INDEX evidence_piece_place ON evidence_piece (action_id, place);
CREATE UNIQUE INDEX evidence_piece_once ON evidence_piece (action_id, source);
CREATE INDEX evidence_piece_file ON evidence_piece (file);
CREATE INDEX evidence_piece_thumbnail ON evidence_piece (thumbnail);

CREATE TRIGGER evidence_piece_forgets_its_file AFTER DELETE ON evidence_piece
  FOR EACH ROW EXECUTE FUNCTION forget_file('file');
CREATE TRIGGER evidence_piece_forgets_its_thumbnail AFTER DELETE ON evidence_piece
  FOR EACH ROW EXECUTE FUNCTION forget_file('thumbnail');
