-- What somebody can never do, said once: a part of a day of the week, or school holidays.
CREATE TABLE standing_constraint (
  person_id uuid        NOT NULL REFERENCES person,
  never     varchar(30) NOT NULL CHECK (never = 'SCHOOL_HOLIDAYS'
    OR never ~ '^(MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)_(MORNING|AFTERNOON|EVENING)$'),
  said_at   timestamptz NOT NULL,
  PRIMARY KEY (person_id, never)
);
