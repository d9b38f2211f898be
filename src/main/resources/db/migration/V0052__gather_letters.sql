-- Who prefers one letter a week: what can wait is gathered until that Monday, and said in one.
CREATE TABLE weekly_choice (
  person_id uuid        PRIMARY KEY REFERENCES person,
  chosen_at timestamptz NOT NULL
);
ALTER TABLE letter ADD COLUMN gathered_for date
  CHECK (gathered_for IS NULL OR (state = 'OBSOLETE' AND extract(isodow FROM gathered_for) = 1));
CREATE INDEX letter_gathered ON letter (recipient_id, gathered_for) WHERE gathered_for IS NOT NULL;
