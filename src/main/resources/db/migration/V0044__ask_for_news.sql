-- When a structure that notes nothing was last asked for news.
CREATE TABLE journal_nudge (
  enrolment_id uuid        PRIMARY KEY REFERENCES enrolment,
  nudged_at    timestamptz NOT NULL
);
