-- A bilan is announced to those who pilot, seven days before it is published; they take back what it shall not tell of them.
CREATE TABLE bilan_announcement (
  id           uuid        PRIMARY KEY,
  parcours_id  uuid        NOT NULL REFERENCES parcours,
  period_from  date        NOT NULL,
  period_to    date        NOT NULL CHECK (period_to >= period_from),
  announced_at timestamptz NOT NULL,
  ended_at     timestamptz CHECK (ended_at >= announced_at)
);
CREATE UNIQUE INDEX bilan_announcement_under_way ON bilan_announcement (parcours_id) WHERE ended_at IS NULL;

-- An action, or else the name of its structure in the narrative.
CREATE TABLE bilan_withholding (
  id            uuid        PRIMARY KEY,
  parcours_id   uuid        NOT NULL REFERENCES parcours,
  enrolment_id  uuid        NOT NULL REFERENCES enrolment,
  action_id     uuid        REFERENCES logged_action,
  withheld_at   timestamptz NOT NULL,
  given_back_at timestamptz CHECK (given_back_at >= withheld_at)
);
CREATE UNIQUE INDEX bilan_withholding_once ON bilan_withholding (enrolment_id, action_id) NULLS NOT DISTINCT
  WHERE given_back_at IS NULL;
CREATE INDEX bilan_withholding_parcours ON bilan_withholding (parcours_id);
CREATE INDEX bilan_withholding_action ON bilan_withholding (action_id);

-- Why a version was published before its people had seven days to read it: for the animation, never for a funder.
CREATE TABLE bilan_haste (
  id      uuid         PRIMARY KEY REFERENCES bilan,
  version integer      NOT NULL,
  reason  varchar(500) NOT NULL CHECK (reason <> '')
);
