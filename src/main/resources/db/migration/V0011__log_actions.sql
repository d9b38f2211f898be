CREATE TABLE logged_action (
  id                uuid PRIMARY KEY,
  version           integer       NOT NULL,
  enrolment_id      uuid          NOT NULL REFERENCES enrolment,
  title             varchar(120)  NOT NULL CHECK (btrim(title) <> ''),
  description       varchar(4000) NOT NULL DEFAULT '',
  state             varchar(20)   NOT NULL CHECK (state IN ('IDEA', 'PLANNED', 'ONGOING', 'DONE', 'ABANDONED')),
  theme_id          uuid          REFERENCES taxonomy_entry,
  level_id          uuid          REFERENCES taxonomy_entry,
  instrument_id     uuid          REFERENCES taxonomy_entry,
  starts_on         date,
  ends_on           date          CHECK (ends_on >= starts_on),
  people_reached    integer       CHECK (people_reached BETWEEN 0 AND 100000),
  people_involved   integer       CHECK (people_involved BETWEEN 0 AND 100000),
  contributed_hours numeric(8, 2) CHECK (contributed_hours >= 0 AND contributed_hours * 4 = trunc(contributed_hours * 4)),
  volunteer_hours   numeric(8, 2) CHECK (volunteer_hours >= 0 AND volunteer_hours * 4 = trunc(volunteer_hours * 4)),
  learning          varchar(3000) NOT NULL DEFAULT '',
  kept_on           varchar(10)   CHECK (kept_on IN ('OUI', 'NON', 'TROP_TOT')),
  shared_cohort     boolean       NOT NULL DEFAULT false,
  shared_library    boolean       NOT NULL DEFAULT false,
  shared_bilan      boolean       NOT NULL DEFAULT false,
  tied_session_id   uuid          REFERENCES collective_session,
  written_by        uuid          NOT NULL REFERENCES person,
  logged_at         timestamptz   NOT NULL,
  -- What a facilitator wrote for a structure waits for its pilot.
  awaits_pilot      boolean       NOT NULL,
  confirmed_by      uuid          REFERENCES person,
  confirmed_at      timestamptz,
  valued_rate       numeric(6, 2),
  valued_amount     numeric(12, 2),
  CHECK (people_involved IS NULL OR people_reached IS NULL OR people_involved <= people_reached),
  CHECK (volunteer_hours IS NULL OR (contributed_hours IS NOT NULL AND volunteer_hours <= contributed_hours)),
  CHECK (state <> 'DONE' OR (coalesce(ends_on, starts_on) IS NOT NULL AND btrim(learning) <> '')),
  CHECK (state <> 'ABANDONED' OR btrim(learning) <> '')
);
CREATE INDEX logged_action_enrolment ON logged_action (enrolment_id);
CREATE INDEX logged_action_session ON logged_action (tied_session_id);

-- Roles, levers, kinds of usagers, recognitions and effects of an action.
CREATE TABLE action_entry (
  action_id uuid NOT NULL REFERENCES logged_action,
  entry_id  uuid NOT NULL REFERENCES taxonomy_entry,
  PRIMARY KEY (action_id, entry_id)
);
CREATE INDEX action_entry_entry ON action_entry (entry_id);
