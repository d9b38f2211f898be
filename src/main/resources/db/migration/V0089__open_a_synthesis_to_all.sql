-- A page anybody may read: the figures of one published version, chosen by the animation, until it closes the page.
CREATE TABLE public_synthesis (
  id          uuid        PRIMARY KEY,
  parcours_id uuid        NOT NULL REFERENCES parcours,
  bilan_id    uuid        NOT NULL REFERENCES bilan,
  opened_at   timestamptz NOT NULL,
  closed_at   timestamptz CHECK (closed_at >= opened_at)
);
CREATE UNIQUE INDEX public_synthesis_open ON public_synthesis (parcours_id) WHERE closed_at IS NULL;
CREATE INDEX public_synthesis_bilan ON public_synthesis (bilan_id);

-- What a structure lets it show: an action, or else its name. Nothing unless it says so.
CREATE TABLE public_agreement (
  id           uuid        PRIMARY KEY,
  parcours_id  uuid        NOT NULL REFERENCES parcours,
  enrolment_id uuid        NOT NULL REFERENCES enrolment,
  action_id    uuid        REFERENCES logged_action,
  agreed_at    timestamptz NOT NULL,
  withdrawn_at timestamptz CHECK (withdrawn_at >= agreed_at)
);
CREATE UNIQUE INDEX public_agreement_once ON public_agreement (enrolment_id, action_id) NULLS NOT DISTINCT
  WHERE withdrawn_at IS NULL;
CREATE INDEX public_agreement_parcours ON public_agreement (parcours_id);
CREATE INDEX public_agreement_action ON public_agreement (action_id);
