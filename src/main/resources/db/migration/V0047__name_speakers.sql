-- Who speaks at a day: they have no account; the address is for those who run it.
CREATE TABLE guest_speaker (
  id           uuid         PRIMARY KEY,
  version      integer      NOT NULL,
  session_id   uuid         NOT NULL REFERENCES collective_session,
  name         varchar(120) NOT NULL CHECK (name <> ''),
  organisation varchar(150) NOT NULL,
  email        varchar(254) CHECK (email = lower(email))
);
CREATE INDEX guest_speaker_at ON guest_speaker (session_id);
