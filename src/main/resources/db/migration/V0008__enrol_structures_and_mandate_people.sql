CREATE TABLE enrolment (
  id                     uuid PRIMARY KEY,
  version                integer      NOT NULL,
  parcours_id            uuid         NOT NULL REFERENCES parcours,
  structure_id           uuid         NOT NULL REFERENCES structure,
  state                  varchar(20)  NOT NULL CHECK (state IN ('ACTIVE', 'COMPLETED', 'WITHDRAWN')),
  active_from            date         NOT NULL,
  withdrawn_on           date,
  withdrawal_reason      varchar(500),
  departement_then       varchar(3),
  legal_form_then        varchar(20)  NOT NULL,
  sector_then            varchar(120),
  distinct_service_users integer      CHECK (distinct_service_users BETWEEN 0 AND 100000),
  UNIQUE (parcours_id, structure_id),
  CHECK ((state = 'WITHDRAWN') = (withdrawn_on IS NOT NULL AND withdrawal_reason IS NOT NULL)),
  CHECK (withdrawn_on >= active_from)
);
CREATE INDEX enrolment_structure ON enrolment (structure_id);

-- The level or levels of involvement a structure aims at.
CREATE TABLE enrolment_aimed_level (
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  entry_id     uuid NOT NULL REFERENCES taxonomy_entry,
  PRIMARY KEY (enrolment_id, entry_id)
);

CREATE TABLE mandate (
  id           uuid PRIMARY KEY,
  version      integer     NOT NULL,
  enrolment_id uuid        NOT NULL REFERENCES enrolment,
  person_id    uuid        NOT NULL REFERENCES person,
  role         varchar(10) NOT NULL CHECK (role IN ('PILOT', 'COPILOT')),
  state        varchar(10) NOT NULL CHECK (state IN ('ACTIVE', 'REPLACED', 'ENDED')),
  starts_on    date        NOT NULL,
  ends_on      date        CHECK (ends_on >= starts_on),
  signatory    varchar(120),
  signed_on    date,
  CHECK (state = 'ACTIVE' OR ends_on IS NOT NULL),
  -- One pilot and one copilot at a time, over any day.
  CONSTRAINT mandate_one_a_role EXCLUDE USING gist (enrolment_id WITH =, role WITH =, daterange(starts_on, ends_on) WITH &&),
  -- And never the same person twice at once.
  CONSTRAINT mandate_different_people EXCLUDE USING gist (enrolment_id WITH =, person_id WITH =, daterange(starts_on, ends_on) WITH &&)
);
CREATE UNIQUE INDEX mandate_one_active ON mandate (enrolment_id, role) WHERE state = 'ACTIVE';
CREATE INDEX mandate_person ON mandate (person_id);
