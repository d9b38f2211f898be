-- When somebody last opened a journal, and when the visit before ended: what is new since is told once.
CREATE TABLE journal_visit (
  person_id   uuid        NOT NULL REFERENCES person,
  parcours_id uuid        NOT NULL REFERENCES parcours,
  last_at     timestamptz NOT NULL,
  before_at   timestamptz CHECK (before_at <= last_at),
  PRIMARY KEY (person_id, parcours_id)
);
CREATE INDEX journal_visit_parcours ON journal_visit (parcours_id);
CREATE INDEX journal_visit_time ON journal_visit (last_at);
