CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One row a person, whatever they do here; credentials live apart.
CREATE TABLE person (
  id          uuid PRIMARY KEY,
  version     integer      NOT NULL,
  given_name  varchar(80)  NOT NULL CHECK (btrim(given_name) <> ''),
  family_name varchar(80)  NOT NULL CHECK (btrim(family_name) <> ''),
  email       varchar(254),
  created_at  timestamptz  NOT NULL
);
CREATE UNIQUE INDEX person_email_unique ON person (lower(email));

CREATE TABLE account (
  id            uuid PRIMARY KEY,
  version       integer      NOT NULL,
  person_id     uuid         NOT NULL UNIQUE REFERENCES person,
  role          varchar(20)  CHECK (role IN ('ADMIN', 'FACILITATOR')),
  password_hash varchar(200),
  disabled_at   timestamptz,
  created_at    timestamptz  NOT NULL
);

-- A link that lets its bearer choose a password, once. Only the hash of its token is kept.
CREATE TABLE access_link (
  id         uuid PRIMARY KEY,
  version    integer     NOT NULL,
  account_id uuid        NOT NULL REFERENCES account,
  token_hash varchar(64)    NOT NULL UNIQUE,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
  used_at    timestamptz
);
CREATE INDEX access_link_account ON access_link (account_id);
