-- A change of somebody's ways in ends what was made before it, and says which change it was.
ALTER TABLE invitation
  -- Given to somebody who passes it on, unless it was written to its owner. Of those there are, nobody knows.
  ADD COLUMN handed        boolean NOT NULL DEFAULT true,
  ADD COLUMN ended_at      timestamptz,
  ADD COLUMN ended_because varchar(30),
  ADD CHECK ((ended_at IS NULL) = (ended_because IS NULL));
ALTER TABLE sign_in_request
  ADD COLUMN ended_at      timestamptz,
  ADD COLUMN ended_because varchar(30),
  ADD CHECK ((ended_at IS NULL) = (ended_because IS NULL));
ALTER TABLE password_reset
  ADD COLUMN ended_at      timestamptz,
  ADD COLUMN ended_because varchar(30),
  ADD CHECK ((ended_at IS NULL) = (ended_because IS NULL));
ALTER TABLE address_change
  ADD COLUMN ended_at      timestamptz,
  ADD COLUMN ended_because varchar(30),
  ADD CHECK ((ended_at IS NULL) = (ended_because IS NULL));
CREATE INDEX sign_in_request_account ON sign_in_request (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX password_reset_account ON password_reset (account_id) WHERE account_id IS NOT NULL;
