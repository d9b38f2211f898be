-- One question for all the days still to date. A poll takes answers until the day it closes, included; a parcours has one
-- at a time.
CREATE TABLE date_poll (
  id              uuid          PRIMARY KEY,
  version         integer       NOT NULL,
  parcours_id     uuid          NOT NULL REFERENCES parcours,
  closes_on       date          NOT NULL,
  fewest_weeks    integer       NOT NULL CHECK (fewest_weeks BETWEEN 0 AND 26),
  most_weeks      integer       NOT NULL CHECK (most_weeks BETWEEN 1 AND 52),
  message         varchar(1000) NOT NULL,
  decides_itself  boolean       NOT NULL,
  opened_by       uuid          REFERENCES person,
  opened_at       timestamptz   NOT NULL,
  closed_at       timestamptz   CHECK (closed_at >= opened_at),
  decided_at      timestamptz   CHECK (decided_at >= closed_at),
  abandoned_at    timestamptz   CHECK (abandoned_at >= closed_at),
  all_answered_at timestamptz,
  CONSTRAINT date_poll_spacing CHECK (most_weeks >= fewest_weeks),
  CONSTRAINT date_poll_one_end CHECK (num_nonnulls(decided_at, abandoned_at) < 2),
  CONSTRAINT date_poll_closed_before CHECK (num_nonnulls(decided_at, abandoned_at) = 0 OR closed_at IS NOT NULL),
  CONSTRAINT date_poll_closes_on_bounded CHECK (closes_on BETWEEN '1900-01-01' AND '2200-01-01')
);
CREATE UNIQUE INDEX date_poll_alive_once ON date_poll (parcours_id) WHERE decided_at IS NULL AND abandoned_at IS NULL;
CREATE INDEX date_poll_of ON date_poll (parcours_id);
CREATE INDEX date_poll_by ON date_poll (opened_by) WHERE opened_by IS NOT NULL;

-- A session it asks about: its hours and place are the same whatever the date.
CREATE TABLE poll_day (
  id           uuid         PRIMARY KEY,
  version      integer      NOT NULL,
  poll_id      uuid         NOT NULL REFERENCES date_poll,
  session_id   uuid         NOT NULL REFERENCES collective_session,
  rank         integer      NOT NULL CHECK (rank BETWEEN 1 AND 12),
  first_start  time         NOT NULL,
  first_end    time         NOT NULL CHECK (first_end > first_start),
  second_start time         CHECK (second_start >= first_end),
  second_end   time         CHECK (second_end > second_start),
  mode         varchar(20)  NOT NULL CHECK (mode IN ('PRESENTIEL', 'DISTANCIEL', 'HYBRIDE')),
  venue        varchar(200) NOT NULL,
  address      varchar(300) NOT NULL,
  video_link   varchar(500) NOT NULL,
  CONSTRAINT poll_day_once UNIQUE (poll_id, session_id),
  CONSTRAINT poll_day_second_whole CHECK ((second_start IS NULL) = (second_end IS NULL))
);
CREATE INDEX poll_day_of ON poll_day (session_id);

-- A date proposed for it; withdrawn, what was said of it counts no more.
CREATE TABLE poll_option (
  id           uuid        PRIMARY KEY,
  version      integer     NOT NULL,
  day_id       uuid        NOT NULL REFERENCES poll_day,
  held_on      date        NOT NULL,
  withdrawn_at timestamptz,
  CONSTRAINT poll_option_held_on_bounded CHECK (held_on BETWEEN '1900-01-01' AND '2200-01-01')
);
CREATE UNIQUE INDEX poll_option_once ON poll_option (day_id, held_on) WHERE withdrawn_at IS NULL;

-- What one person, or one guest speaker, says; asked only, and silent, until it was said.
CREATE TABLE poll_reply (
  id         uuid         PRIMARY KEY,
  version    integer      NOT NULL,
  poll_id    uuid         NOT NULL REFERENCES date_poll,
  person_id  uuid         REFERENCES person,
  speaker_id uuid         REFERENCES guest_speaker ON DELETE CASCADE,
  comment    varchar(300) NOT NULL,
  said_by    uuid         REFERENCES person,
  said_at    timestamptz,
  asked_on   date,
  CONSTRAINT poll_reply_of_one CHECK (num_nonnulls(person_id, speaker_id) = 1),
  CONSTRAINT poll_reply_once UNIQUE NULLS NOT DISTINCT (poll_id, person_id, speaker_id),
  CONSTRAINT poll_reply_asked_on_bounded CHECK (asked_on BETWEEN '1900-01-01' AND '2200-01-01')
);
CREATE INDEX poll_reply_of ON poll_reply (person_id);
CREATE INDEX poll_reply_speaking ON poll_reply (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX poll_reply_by ON poll_reply (said_by) WHERE said_by IS NOT NULL;

CREATE TABLE poll_answer (
  reply_id  uuid        NOT NULL REFERENCES poll_reply ON DELETE CASCADE,
  option_id uuid        NOT NULL REFERENCES poll_option,
  said      varchar(20) NOT NULL CHECK (said IN ('YES', 'IF_NEEDED', 'NO')),
  PRIMARY KEY (reply_id, option_id)
);
CREATE INDEX poll_answer_to ON poll_answer (option_id);

-- Whoever could on the date a day is given comes, until they say otherwise.
ALTER TABLE reply
  DROP CONSTRAINT reply_how_check,
  ADD CONSTRAINT reply_how_check CHECK (how IN ('SIGNED_IN', 'BY_LINK', 'BY_CALENDAR', 'BY_FACILITATOR', 'BY_POLL'));
