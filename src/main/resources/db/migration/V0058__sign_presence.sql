-- « La salle »: one code for the day of a session, known by its fingerprint and sealed to be shown again.
CREATE TABLE day_room (
  session_id uuid         PRIMARY KEY REFERENCES collective_session,
  version    integer      NOT NULL,
  code_hash  varchar(64)   NOT NULL UNIQUE,
  code       varchar(400) NOT NULL,
  opened_at  timestamptz  NOT NULL
);

-- How people sign in a parcours, where the animation wishes something else than each on her own phone.
CREATE TABLE signing_rules (
  parcours_id  uuid    PRIMARY KEY REFERENCES parcours,
  version      integer NOT NULL,
  turning_code boolean NOT NULL,
  shared_phone boolean NOT NULL
);

-- A phone that signed that day, or the tablet that is handed round: known again by what it keeps.
CREATE TABLE room_phone (
  id            uuid        PRIMARY KEY,
  version       integer     NOT NULL,
  session_id    uuid        NOT NULL REFERENCES collective_session,
  token_hash    varchar(64)  NOT NULL UNIQUE,
  tablet        boolean     NOT NULL,
  first_seen_at timestamptz NOT NULL
);
CREATE INDEX room_phone_of ON room_phone (session_id);

-- What somebody signed for one half-day: the line of somebody expected, or a guest's. Drawn, or else written.
CREATE TABLE signature (
  id            uuid           PRIMARY KEY,
  version       integer        NOT NULL,
  half_day_id   uuid           NOT NULL REFERENCES half_day,
  attendance_id uuid           UNIQUE REFERENCES attendance ON DELETE CASCADE,
  guest_id      uuid           REFERENCES session_guest ON DELETE CASCADE,
  strokes       varchar(20000) NOT NULL CHECK (strokes ~ '^[0-9,; ]*$'),
  written       varchar(170)   NOT NULL,
  phone_id      uuid           REFERENCES room_phone ON DELETE SET NULL,
  with_account  boolean        NOT NULL,
  shared        boolean        NOT NULL,
  remote        boolean        NOT NULL,
  signed_at     timestamptz    NOT NULL,
  CONSTRAINT signature_of_one CHECK (num_nonnulls(attendance_id, guest_id) = 1),
  CONSTRAINT signature_drawn_or_written CHECK ((strokes = '') <> (written = '')),
  CONSTRAINT signature_of_guest_once UNIQUE (guest_id, half_day_id)
);
CREATE INDEX signature_half_day ON signature (half_day_id);
CREATE INDEX signature_on ON signature (phone_id) WHERE phone_id IS NOT NULL;
