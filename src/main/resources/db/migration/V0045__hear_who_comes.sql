-- What one person expected on a day says of coming, or that they were asked. It is said of a date: the day moved to
-- another one, it counts no more.
CREATE TABLE reply (
  id                       uuid         PRIMARY KEY,
  version                  integer      NOT NULL,
  session_id               uuid         NOT NULL REFERENCES collective_session,
  person_id                uuid         NOT NULL REFERENCES person,
  day                      date         NOT NULL,
  answer                   varchar(20)  CHECK (answer IN ('COMING', 'NOT_COMING', 'REPLACED')),
  replacement_name         varchar(120) NOT NULL,
  replacement_organisation varchar(150) NOT NULL,
  meals                    varchar(300) NOT NULL,
  access                   varchar(300) NOT NULL,
  how                      varchar(20)  CHECK (how IN ('SIGNED_IN', 'BY_LINK', 'BY_FACILITATOR')),
  said_by                  uuid         REFERENCES person,
  said_at                  timestamptz,
  asked_on                 date,
  CONSTRAINT reply_once UNIQUE (session_id, person_id),
  CONSTRAINT reply_said CHECK ((answer IS NULL) = (how IS NULL) AND (answer IS NULL) = (said_at IS NULL)),
  CONSTRAINT reply_replaced CHECK ((answer IS NOT DISTINCT FROM 'REPLACED') = (replacement_name <> '')),
  CONSTRAINT reply_replaced_from CHECK (answer IS NOT DISTINCT FROM 'REPLACED' OR replacement_organisation = '')
);
CREATE INDEX reply_of ON reply (person_id);
CREATE INDEX reply_by ON reply (said_by) WHERE said_by IS NOT NULL;
CREATE INDEX reply_by_day ON reply (day);
