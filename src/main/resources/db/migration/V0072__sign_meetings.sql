-- What those who were at an individual meeting signed on its sheet, each once. Drawn, or else written.
CREATE TABLE meeting_signature (
  id         uuid           PRIMARY KEY,
  version    integer        NOT NULL,
  meeting_id uuid           NOT NULL REFERENCES individual_meeting,
  person_id  uuid           NOT NULL REFERENCES person,
  strokes    varchar(20000) NOT NULL CHECK (strokes ~ '^[0-9,; ]*$'),
  written    varchar(170)   NOT NULL,
  signed_at  timestamptz    NOT NULL,
  CONSTRAINT meeting_signature_once UNIQUE (meeting_id, person_id),
  CONSTRAINT meeting_signature_drawn_or_written CHECK ((strokes = '') <> (written = ''))
);
CREATE INDEX meeting_signature_of ON meeting_signature (person_id);
