-- A register as it was handed out. The file itself is kept as long as evidence is; what it was and when, longer: whoever
-- was given it may still ask whether it is intact.
CREATE TABLE issued_file (
  id              uuid        PRIMARY KEY,
  session_id      uuid        NOT NULL REFERENCES collective_session,
  register_digest varchar(64) NOT NULL CHECK (register_digest ~ '^[0-9a-f]{64}$'),
  sha256          varchar(64) NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at       timestamptz NOT NULL,
  content         bytea       CHECK (octet_length(content) <= 2097152)
);
CREATE UNIQUE INDEX issued_file_once ON issued_file (sha256);
CREATE UNIQUE INDEX issued_file_of ON issued_file (session_id, register_digest) WHERE content IS NOT NULL;
