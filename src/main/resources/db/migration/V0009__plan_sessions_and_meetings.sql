CREATE TABLE collective_session (
  id               uuid PRIMARY KEY,
  version          integer       NOT NULL,
  parcours_id      uuid          NOT NULL REFERENCES parcours,
  rank             integer       NOT NULL CHECK (rank BETWEEN 1 AND 12),
  title            varchar(150)  NOT NULL CHECK (btrim(title) <> ''),
  objectives       varchar(2000) NOT NULL DEFAULT '',
  duration_minutes integer       NOT NULL CHECK (duration_minutes BETWEEN 60 AND 480),
  state            varchar(20)   NOT NULL CHECK (state IN ('TO_PLAN', 'POLLING', 'SCHEDULED', 'HELD', 'CANCELLED')),
  starts_at        timestamp,
  ends_at          timestamp     CHECK (ends_at > starts_at),
  mode             varchar(20)   CHECK (mode IN ('PRESENTIEL', 'DISTANCIEL', 'HYBRIDE')),
  venue            varchar(200)  NOT NULL DEFAULT '',
  address          varchar(300)  NOT NULL DEFAULT '',
  video_link       varchar(500)  NOT NULL DEFAULT '',
  minutes          varchar(10000) NOT NULL DEFAULT '',
  held_at          timestamptz,
  cancelled_at     timestamptz,
  cancel_reason    varchar(500),
  CONSTRAINT collective_session_rank_once UNIQUE (parcours_id, rank) DEFERRABLE INITIALLY IMMEDIATE,
  CHECK (state NOT IN ('SCHEDULED', 'HELD') OR (starts_at IS NOT NULL AND ends_at IS NOT NULL AND mode IS NOT NULL)),
  CHECK ((state = 'HELD') = (held_at IS NOT NULL)),
  CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL AND cancel_reason IS NOT NULL)),
  CONSTRAINT collective_session_no_overlap EXCLUDE USING gist (parcours_id WITH =, tsrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('SCHEDULED', 'HELD'))
);

-- One or two a session, each with its own hours: lunch is not attendance.
CREATE TABLE half_day (
  id         uuid PRIMARY KEY,
  version    integer   NOT NULL,
  session_id uuid      NOT NULL REFERENCES collective_session,
  ordinal    integer   NOT NULL CHECK (ordinal IN (1, 2)),
  starts_at  timestamp NOT NULL,
  ends_at    timestamp NOT NULL CHECK (ends_at > starts_at),
  CONSTRAINT half_day_ordinal_once UNIQUE (session_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT half_day_no_overlap EXCLUDE USING gist (session_id WITH =, tsrange(starts_at, ends_at) WITH &&) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE individual_meeting (
  id                 uuid PRIMARY KEY,
  version            integer       NOT NULL,
  enrolment_id       uuid          NOT NULL REFERENCES enrolment,
  rank               integer       NOT NULL CHECK (rank BETWEEN 1 AND 20),
  extra              boolean       NOT NULL,
  after_session_rank integer,
  purpose            varchar(150)  NOT NULL DEFAULT '',
  state              varchar(20)   NOT NULL CHECK (state IN ('TO_PLAN', 'SCHEDULED', 'HELD', 'CANCELLED')),
  facilitator_id     uuid          REFERENCES person,
  starts_at          timestamp,
  ends_at            timestamp     CHECK (ends_at > starts_at),
  effective_minutes  integer       CHECK (effective_minutes BETWEEN 15 AND 240),
  mode               varchar(20)   CHECK (mode IN ('PRESENTIEL', 'DISTANCIEL', 'HYBRIDE')),
  place              varchar(300)  NOT NULL DEFAULT '',
  no_show            boolean       NOT NULL DEFAULT false,
  shared_notes       varchar(5000) NOT NULL DEFAULT '',
  internal_notes     varchar(5000) NOT NULL DEFAULT '',
  held_at            timestamptz,
  cancelled_at       timestamptz,
  cancel_reason      varchar(500),
  CONSTRAINT individual_meeting_rank_once UNIQUE (enrolment_id, rank),
  CHECK (state NOT IN ('SCHEDULED', 'HELD') OR (starts_at IS NOT NULL AND facilitator_id IS NOT NULL AND mode IS NOT NULL)),
  CHECK ((state = 'HELD') = (held_at IS NOT NULL)),
  CONSTRAINT individual_meeting_no_overlap EXCLUDE USING gist (facilitator_id WITH =, tsrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('SCHEDULED', 'HELD'))
);
CREATE TABLE meeting_attendee (
  meeting_id uuid NOT NULL REFERENCES individual_meeting,
  person_id  uuid NOT NULL REFERENCES person,
  PRIMARY KEY (meeting_id, person_id)
);
