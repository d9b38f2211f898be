-- Links that open one thing without signing in. The fingerprint finds one again; what is sealed shows it
-- again to its holder.
CREATE TABLE pass (
  id         uuid PRIMARY KEY,
  purpose    varchar(40)  NOT NULL CHECK (purpose ~ '^[a-z]+\.[a-zA-Z]+$'),
  holder_id  uuid         NOT NULL REFERENCES person,
  subject_id uuid         NOT NULL,
  token_hash char(64)     NOT NULL UNIQUE,
  token      varchar(400) NOT NULL,
  issued_at  timestamptz  NOT NULL,
  expires_at timestamptz  CHECK (expires_at > issued_at),
  ended_at   timestamptz  CHECK (ended_at >= issued_at)
);
CREATE UNIQUE INDEX pass_alive_once ON pass (purpose, holder_id, subject_id) WHERE ended_at IS NULL;
CREATE INDEX pass_of_holder ON pass (holder_id);

-- What calendars were told of a day or a meeting, under its own id: it stays when the date is gone.
CREATE TABLE calendar_entry (
  id         uuid        PRIMARY KEY,
  session_id uuid        UNIQUE REFERENCES collective_session,
  meeting_id uuid        UNIQUE REFERENCES individual_meeting,
  sequence   integer     NOT NULL CHECK (sequence >= 0),
  cancelled  boolean     NOT NULL,
  starts_at  timestamp   NOT NULL,
  ends_at    timestamp   NOT NULL CHECK (ends_at > starts_at),
  mode       varchar(20) CHECK (mode IN ('PRESENTIEL', 'DISTANCIEL', 'HYBRIDE')),
  place_mark char(64)    NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT calendar_entry_of_one CHECK (id = coalesce(session_id, meeting_id) AND num_nonnulls(session_id, meeting_id) = 1)
);
CREATE INDEX calendar_entry_by_time ON calendar_entry (ends_at);

INSERT INTO calendar_entry (id, session_id, sequence, cancelled, starts_at, ends_at, mode, place_mark, changed_at)
SELECT id, id, 0, false, starts_at, ends_at, mode,
       encode(sha256(convert_to(concat_ws(E'\n', venue, address, video_link), 'UTF8')), 'hex'), CURRENT_TIMESTAMP
FROM collective_session WHERE state IN ('SCHEDULED', 'HELD');
INSERT INTO calendar_entry (id, meeting_id, sequence, cancelled, starts_at, ends_at, mode, place_mark, changed_at)
SELECT id, id, 0, false, starts_at, ends_at, mode, encode(sha256(convert_to(place, 'UTF8')), 'hex'), CURRENT_TIMESTAMP
FROM individual_meeting WHERE state IN ('SCHEDULED', 'HELD');
