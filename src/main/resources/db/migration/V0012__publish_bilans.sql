-- A published bilan is frozen: a correction is a new version.
CREATE TABLE bilan (
  id           uuid PRIMARY KEY,
  version      integer       NOT NULL,
  parcours_id  uuid          NOT NULL REFERENCES parcours,
  number       integer       NOT NULL CHECK (number >= 1),
  kind         varchar(20)   NOT NULL CHECK (kind IN ('INTERMEDIAIRE', 'FINAL', 'A_SIX_MOIS')),
  period_from  date          NOT NULL,
  period_to    date          NOT NULL CHECK (period_to >= period_from),
  narrative    varchar(5000) NOT NULL DEFAULT '',
  published_at timestamptz   NOT NULL,
  published_by uuid          NOT NULL REFERENCES person,
  format       integer       NOT NULL,
  formula      integer       NOT NULL,
  figures      jsonb         NOT NULL,
  sha256       varchar(64)      NOT NULL,
  UNIQUE (parcours_id, number)
);
CREATE TRIGGER bilan_never_changes BEFORE UPDATE OR DELETE ON bilan
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
