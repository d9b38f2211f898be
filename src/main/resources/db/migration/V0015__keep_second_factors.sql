-- A passkey: what a browser or a key proves itself with (W3C Web Authentication).
CREATE TABLE passkey (
  id                 uuid PRIMARY KEY,
  version            integer      NOT NULL,
  account_id         uuid         NOT NULL REFERENCES account,
  credential_id      bytea        NOT NULL UNIQUE CHECK (length(credential_id) <= 1023),
  public_key         bytea        NOT NULL,
  signature_count    bigint       NOT NULL,
  transports         varchar(100) NOT NULL,
  backup_eligible    boolean      NOT NULL,
  backup_state       boolean      NOT NULL,
  attestation        bytea        NOT NULL,
  attestation_client bytea        NOT NULL,
  name               varchar(60)  NOT NULL CHECK (btrim(name) <> ''),
  added_at           timestamptz  NOT NULL,
  last_used_at       timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- An application that shows a code every thirty seconds (RFC 6238). Its secret is sealed.
CREATE TABLE authenticator (
  id           uuid PRIMARY KEY,
  version      integer      NOT NULL,
  account_id   uuid         NOT NULL UNIQUE REFERENCES account,
  secret       varchar(200) NOT NULL,
  started_at   timestamptz  NOT NULL,
  confirmed_at timestamptz,
  -- The thirty seconds of the last code taken: no code is taken twice.
  last_step    bigint       NOT NULL
);

-- Codes to come in with when the telephone is lost, each once. Only fingerprints are kept.
CREATE TABLE recovery_code (
  id          uuid PRIMARY KEY,
  version     integer     NOT NULL,
  account_id  uuid        NOT NULL REFERENCES account,
  fingerprint varchar(64) NOT NULL UNIQUE,
  used_at     timestamptz
);
CREATE INDEX recovery_code_account ON recovery_code (account_id);

-- Wrong codes in a row, whatever the instance that was asked.
CREATE TABLE second_factor_failure (
  account_id uuid PRIMARY KEY REFERENCES account,
  failures   integer     NOT NULL CHECK (failures >= 0),
  since      timestamptz NOT NULL
);
