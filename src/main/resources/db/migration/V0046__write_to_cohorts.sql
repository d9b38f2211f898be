-- What the animation writes to a cohort, about a day or not. Once sent it never changes, but for names
-- taken out of it.
CREATE TABLE cohort_message (
  id          uuid PRIMARY KEY,
  version     integer       NOT NULL,
  parcours_id uuid          NOT NULL REFERENCES parcours,
  session_id  uuid          REFERENCES collective_session,
  author_id   uuid          NOT NULL REFERENCES person,
  audience    varchar(20)   NOT NULL CHECK (audience IN ('EVERYBODY', 'STRUCTURES', 'WHO_COMES', 'WHO_DOES_NOT', 'WHO_IS_SILENT')),
  subject     varchar(150)  NOT NULL CHECK (btrim(subject) <> ''),
  words       varchar(5000) NOT NULL CHECK (btrim(words) <> ''),
  unreached   integer       NOT NULL CHECK (unreached >= 0),
  sent_at     timestamptz   NOT NULL,
  CHECK (audience IN ('EVERYBODY', 'STRUCTURES') OR session_id IS NOT NULL)
);
CREATE INDEX cohort_message_of_parcours ON cohort_message (parcours_id, sent_at);
CREATE INDEX cohort_message_of_session ON cohort_message (session_id);
CREATE INDEX cohort_message_of_author ON cohort_message (author_id, sent_at);

-- Each person once a structure they stand for; one letter a person.
CREATE TABLE message_recipient (
  message_id   uuid NOT NULL REFERENCES cohort_message,
  person_id    uuid NOT NULL REFERENCES person,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  PRIMARY KEY (message_id, person_id, enrolment_id)
);
CREATE INDEX message_recipient_of_person ON message_recipient (person_id);
