-- A version of a bilan shared with whoever reads for a funder without an account. The link itself is a pass; this is with
-- whom, for how long, and the days it was opened: never by whom.
CREATE TABLE bilan_share (
  id         uuid        PRIMARY KEY,
  bilan_id   uuid        NOT NULL REFERENCES bilan,
  funder_id  uuid        NOT NULL REFERENCES funder,
  shared_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > shared_at),
  ended_at   timestamptz CHECK (ended_at >= shared_at)
);
CREATE INDEX bilan_share_of ON bilan_share (bilan_id, shared_at);
CREATE INDEX bilan_share_funder ON bilan_share (funder_id);

CREATE TABLE bilan_share_opening (
  share_id  uuid NOT NULL REFERENCES bilan_share,
  opened_on date NOT NULL,
  PRIMARY KEY (share_id, opened_on)
);
