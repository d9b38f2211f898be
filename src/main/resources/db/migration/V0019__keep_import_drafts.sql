-- A cohort's file that was shown and waits to be confirmed: one a person, for an hour.
CREATE TABLE import_draft (
  person_id   uuid PRIMARY KEY REFERENCES person,
  id          uuid        NOT NULL,
  parcours_id uuid        NOT NULL REFERENCES parcours,
  content     text        NOT NULL,
  kept_at     timestamptz NOT NULL
);
