-- When a parcours writes by itself; without a row, as the application proposes.
CREATE TABLE letter_plan (
  id                  uuid        PRIMARY KEY REFERENCES parcours,
  version             integer     NOT NULL,
  convened_days       integer     NOT NULL CHECK (convened_days BETWEEN 1 AND 90),
  first_reminder_days integer     CHECK (first_reminder_days BETWEEN 1 AND 60),
  last_reminder_days  integer     CHECK (last_reminder_days BETWEEN 1 AND 60),
  nudged              boolean     NOT NULL,
  paused_at           timestamptz,
  CONSTRAINT letter_plan_in_order CHECK (first_reminder_days > last_reminder_days)
);

-- What the animation decided of one letter that waits: it is held back, sooner, or says something more.
-- What it says of a change is for that change alone.
CREATE TABLE letter_choice (
  id          uuid          PRIMARY KEY,
  version     integer       NOT NULL,
  parcours_id uuid          NOT NULL REFERENCES parcours,
  subject_id  uuid          NOT NULL,
  occurrence  varchar(20)   NOT NULL CHECK (occurrence IN ('CONVENED', 'MOVED', 'CANCELLED', 'NOT_THEIRS',
                'FIRST_REMINDER', 'LAST_REMINDER', 'MINUTES', 'NUDGE')),
  note        varchar(1000) NOT NULL,
  paused_at   timestamptz,
  hastened_at timestamptz,
  used_at     timestamptz
);
CREATE UNIQUE INDEX letter_choice_alive_once ON letter_choice (subject_id, occurrence) WHERE used_at IS NULL;
CREATE INDEX letter_choice_of ON letter_choice (parcours_id);

ALTER TABLE calendar_told ADD COLUMN reminded varchar(20) CHECK (reminded IN ('FIRST_REMINDER', 'LAST_REMINDER'));

-- When the minutes of a day were first written, and when those they are for were told.
ALTER TABLE calendar_entry ADD COLUMN minutes_at timestamptz;
ALTER TABLE calendar_entry ADD COLUMN minutes_told_at timestamptz CHECK (minutes_told_at >= minutes_at);
