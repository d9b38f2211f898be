-- When somebody first came in, by whichever way.
ALTER TABLE account ADD COLUMN accepted_at timestamptz;
UPDATE account SET accepted_at = created_at WHERE password_hash IS NOT NULL;

-- A link that lets its bearer come in for the first time. Only its token's fingerprint is
-- kept, which takes another key than before: the links handed out so far end here.
DROP TABLE access_link;
CREATE TABLE invitation (
  id         uuid PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES account,
  invited_by uuid        REFERENCES person,
  token_hash char(64)    NOT NULL UNIQUE,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
  used_at    timestamptz
);
CREATE INDEX invitation_account ON invitation (account_id);

-- A browser asked to sign in by mail: the session that holds this id may use the link or
-- the code, once. An address that nobody has leaves the same row, without an account.
CREATE TABLE sign_in_request (
  id           uuid PRIMARY KEY,
  account_id   uuid        REFERENCES account,
  address_hash char(64)    NOT NULL,
  token_hash   char(64)    NOT NULL UNIQUE,
  code_hash    char(64)    NOT NULL,
  asked_at     timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > asked_at),
  attempts     integer     NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 5),
  used_at      timestamptz
);
CREATE INDEX sign_in_request_expiry ON sign_in_request (expires_at);

-- A password forgotten: a link for thirty minutes, once.
CREATE TABLE password_reset (
  id         uuid PRIMARY KEY,
  account_id uuid        REFERENCES account,
  token_hash char(64)    NOT NULL UNIQUE,
  asked_at   timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > asked_at),
  used_at    timestamptz
);
CREATE INDEX password_reset_expiry ON password_reset (expires_at);

-- Written where a letter would be when nobody has the address: both answers cost the same.
CREATE TABLE letter_to_nobody (
  id        uuid PRIMARY KEY,
  kind      varchar(60)  NOT NULL,
  secret    varchar(500) NOT NULL,
  posted_at timestamptz  NOT NULL
);

-- An address on its way to another: both must say yes.
CREATE TABLE address_change (
  id               uuid PRIMARY KEY,
  person_id        uuid         NOT NULL REFERENCES person,
  old_address      varchar(254) NOT NULL,
  new_address      varchar(254) NOT NULL,
  old_token_hash   char(64)     NOT NULL UNIQUE,
  new_token_hash   char(64)     NOT NULL UNIQUE,
  asked_at         timestamptz  NOT NULL,
  expires_at       timestamptz  NOT NULL CHECK (expires_at > asked_at),
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  done_at          timestamptz
);
CREATE INDEX address_change_person ON address_change (person_id);

-- Browsers on which somebody came in before, so that whoever guesses elsewhere does not
-- shut them out.
CREATE TABLE known_browser (
  token_hash char(64)    NOT NULL,
  account_id uuid        NOT NULL REFERENCES account,
  first_at   timestamptz NOT NULL,
  last_at    timestamptz NOT NULL,
  PRIMARY KEY (token_hash, account_id)
);
CREATE INDEX known_browser_account ON known_browser (account_id);

-- How often something was tried, in windows; shared by all instances.
CREATE TABLE throttle (
  key_hash char(64) PRIMARY KEY,
  hits     integer     NOT NULL CHECK (hits >= 0),
  until    timestamptz NOT NULL
);
CREATE INDEX throttle_until ON throttle (until);
