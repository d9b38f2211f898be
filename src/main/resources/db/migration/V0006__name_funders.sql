CREATE TABLE funder (
  id        uuid PRIMARY KEY,
  version   integer      NOT NULL,
  slug      varchar(160) NOT NULL UNIQUE,
  name      varchar(150) NOT NULL CHECK (btrim(name) <> ''),
  kind      varchar(20)  NOT NULL CHECK (kind IN ('REGION', 'DEPARTEMENT', 'EPCI', 'ETAT', 'UE', 'FONDATION', 'AUTRE')),
  mention   varchar(300) NOT NULL DEFAULT '',
  territory varchar(300) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX funder_name_unique ON funder (lower(name));

-- The people who read for a funder, while they do.
CREATE TABLE funder_reader (
  id         uuid PRIMARY KEY,
  version    integer     NOT NULL,
  funder_id  uuid        NOT NULL REFERENCES funder,
  person_id  uuid        NOT NULL REFERENCES person,
  named_at   timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX funder_reader_once ON funder_reader (funder_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX funder_reader_person ON funder_reader (person_id);
