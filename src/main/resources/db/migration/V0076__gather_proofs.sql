-- The proofs of a convention in one file, made by a job, kept for a time, in parts of a bounded size.
CREATE TABLE dossier (
  id            uuid        PRIMARY KEY,
  convention_id uuid        NOT NULL UNIQUE REFERENCES convention ON DELETE CASCADE,
  asked_at      timestamptz NOT NULL,
  steps         integer     NOT NULL DEFAULT 0 CHECK (steps >= 0),
  steps_done    integer     NOT NULL DEFAULT 0 CHECK (steps_done BETWEEN 0 AND steps),
  made_at       timestamptz,
  bytes         bigint      CHECK (bytes > 0),
  sha256        char(64),
  bilan_number  integer,
  failed_at     timestamptz,
  failed_why    text        NOT NULL DEFAULT '',
  opened_at     timestamptz,
  CONSTRAINT dossier_whole CHECK ((made_at IS NULL) = (bytes IS NULL) AND (made_at IS NULL) = (sha256 IS NULL)),
  CONSTRAINT dossier_made_or_failed CHECK (made_at IS NULL OR failed_at IS NULL),
  CONSTRAINT dossier_opened_once_made CHECK (opened_at IS NULL OR made_at IS NOT NULL)
);
CREATE INDEX dossier_waiting ON dossier (asked_at) WHERE made_at IS NULL AND failed_at IS NULL;

CREATE TABLE dossier_part (
  dossier_id uuid    NOT NULL REFERENCES dossier ON DELETE CASCADE,
  ordinal    integer NOT NULL CHECK (ordinal >= 0),
  content    bytea   NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 1048576),
  PRIMARY KEY (dossier_id, ordinal)
);
