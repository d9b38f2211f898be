-- That somebody who can be recognised agrees to be shown: for what, where, until when. One a person and piece; for a minor
-- the legal representative answers.
CREATE TABLE evidence_authorisation (
  id             uuid         PRIMARY KEY,
  version        integer      NOT NULL,
  piece_id       uuid         NOT NULL REFERENCES evidence_piece ON DELETE CASCADE,
  person         varchar(80)  NOT NULL CHECK (person <> ''),
  minor          boolean      NOT NULL,
  representative varchar(120) NOT NULL,
  for_cohort     boolean      NOT NULL,
  for_bilan      boolean      NOT NULL,
  for_public     boolean      NOT NULL,
  on_print       boolean      NOT NULL,
  on_site        boolean      NOT NULL,
  on_networks    boolean      NOT NULL,
  until          date         NOT NULL,
  credit         varchar(120) NOT NULL,
  asked_at       timestamptz  NOT NULL,
  answer         varchar(10)  CHECK (answer IN ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  answered_at    timestamptz,
  answered_by    varchar(120) NOT NULL,
  paper          varchar(64)  REFERENCES stored_file,
  CONSTRAINT evidence_authorisation_of_a_minor CHECK (minor = (representative <> '')),
  CONSTRAINT evidence_authorisation_for CHECK (for_cohort OR for_bilan OR for_public),
  CONSTRAINT evidence_authorisation_on CHECK (for_public = (on_print OR on_site OR on_networks)),
  CONSTRAINT evidence_authorisation_answered CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT evidence_authorisation_given_by CHECK (answer IS DISTINCT FROM 'GIVEN' OR answered_by <> '')
);
CREATE UNIQUE INDEX evidence_authorisation_once ON evidence_authorisation (piece_id, lower(person));
CREATE INDEX evidence_authorisation_paper ON evidence_authorisation (paper) WHERE paper IS NOT NULL;
CREATE TRIGGER evidence_authorisation_forgets_its_paper AFTER DELETE OR UPDATE OF paper ON evidence_authorisation
  FOR EACH ROW EXECUTE FUNCTION forget_file('paper');
