CREATE TABLE parcours (
  id             uuid PRIMARY KEY,
  version        integer       NOT NULL,
  slug           varchar(160)  NOT NULL UNIQUE,
  name           varchar(150)  NOT NULL CHECK (btrim(name) <> ''),
  template_id    uuid          NOT NULL REFERENCES parcours_template,
  programme      varchar(120)  NOT NULL,
  framework_id   uuid          NOT NULL UNIQUE REFERENCES framework,
  starts_on      date          NOT NULL,
  ends_on        date          NOT NULL CHECK (ends_on >= starts_on),
  departements   varchar(120)  NOT NULL DEFAULT '',
  territory      varchar(150)  NOT NULL DEFAULT '',
  capacity_min   integer       NOT NULL CHECK (capacity_min >= 1),
  capacity_max   integer       NOT NULL CHECK (capacity_max >= capacity_min),
  meeting_count  integer       NOT NULL CHECK (meeting_count BETWEEN 0 AND 6),
  zone           varchar(40)   NOT NULL DEFAULT 'Europe/Paris',
  status         varchar(20)   NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'RUNNING', 'CLOSED', 'ARCHIVED', 'CANCELLED')),
  created_at     timestamptz   NOT NULL,
  started_at     timestamptz,
  closed_at      timestamptz,
  closing_reason varchar(500),
  archived_at    timestamptz
);
CREATE TABLE parcours_facilitator (
  parcours_id uuid NOT NULL REFERENCES parcours,
  person_id   uuid NOT NULL REFERENCES person,
  PRIMARY KEY (parcours_id, person_id)
);
CREATE INDEX parcours_facilitator_person ON parcours_facilitator (person_id);

-- Where the individual meetings fall, copied from the template.
CREATE TABLE parcours_meeting_plan (
  parcours_id        uuid         NOT NULL REFERENCES parcours,
  rank               integer      NOT NULL,
  after_session_rank integer      NOT NULL,
  purpose            varchar(150) NOT NULL,
  PRIMARY KEY (parcours_id, rank)
);

-- The grant that ties a funder to a parcours, with what was promised.
CREATE TABLE convention (
  id                uuid PRIMARY KEY,
  version           integer     NOT NULL,
  parcours_id       uuid        NOT NULL REFERENCES parcours,
  funder_id         uuid        NOT NULL REFERENCES funder,
  number            varchar(60) NOT NULL,
  amount            numeric(12, 2) CHECK (amount >= 0),
  starts_on         date        NOT NULL,
  ends_on           date        NOT NULL CHECK (ends_on >= starts_on),
  target_structures integer     CHECK (target_structures >= 0),
  target_sessions   integer     CHECK (target_sessions >= 0),
  target_meetings   integer     CHECK (target_meetings >= 0),
  target_people     integer     CHECK (target_people >= 0),
  target_actions    integer     CHECK (target_actions >= 0),
  report_due_on     date,
  evidence_until    date,
  UNIQUE (parcours_id, funder_id, number)
);
CREATE INDEX convention_funder ON convention (funder_id);
