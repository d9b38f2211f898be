-- Time that a facilitator offers for individual meetings: one structure takes it. The meeting itself
-- is fixed as ever; its own constraint keeps a facilitator from meeting two at once.
CREATE TABLE meeting_slot (
  id             uuid PRIMARY KEY,
  version        integer      NOT NULL,
  parcours_id    uuid         NOT NULL REFERENCES parcours,
  facilitator_id uuid         NOT NULL REFERENCES person,
  starts_at      timestamp    NOT NULL CONSTRAINT meeting_slot_starts_at_bounded CHECK (starts_at BETWEEN '1900-01-01' AND '2200-01-01'),
  ends_at        timestamp    NOT NULL CONSTRAINT meeting_slot_ends_at_bounded CHECK (ends_at BETWEEN '1900-01-01' AND '2200-01-01'),
  mode           varchar(20)  NOT NULL CHECK (mode IN ('PRESENTIEL', 'DISTANCIEL', 'HYBRIDE')),
  place          varchar(300) NOT NULL,
  over_session   boolean      NOT NULL,
  offered_at     timestamptz  NOT NULL,
  meeting_id     uuid         CONSTRAINT meeting_slot_one_a_meeting UNIQUE REFERENCES individual_meeting,
  booked_at      timestamptz,
  ended_at       timestamptz,
  CONSTRAINT meeting_slot_in_order CHECK (ends_at > starts_at),
  CONSTRAINT meeting_slot_within_one_day CHECK (CAST(ends_at AS date) = CAST(starts_at AS date)),
  CONSTRAINT meeting_slot_booked_then CHECK ((meeting_id IS NULL) = (booked_at IS NULL)),
  CONSTRAINT meeting_slot_taken_or_ended CHECK (meeting_id IS NULL OR ended_at IS NULL),
  CONSTRAINT meeting_slot_no_overlap EXCLUDE USING gist (facilitator_id WITH =, tsrange(starts_at, ends_at) WITH &&)
    WHERE (ended_at IS NULL)
);
CREATE INDEX meeting_slot_of_parcours ON meeting_slot (parcours_id, starts_at) WHERE ended_at IS NULL;

-- Until how many hours before a meeting its structure may move it; 48 where nobody said.
CREATE TABLE slot_notice (
  parcours_id uuid    PRIMARY KEY REFERENCES parcours,
  version     integer NOT NULL,
  hours       integer NOT NULL CHECK (hours BETWEEN 0 AND 336)
);

-- A structure is told of slots once a day at the most.
CREATE TABLE slot_announcement (
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  announced_on date NOT NULL CONSTRAINT slot_announcement_announced_on_bounded CHECK (announced_on BETWEEN '1900-01-01' AND '2200-01-01'),
  PRIMARY KEY (enrolment_id, announced_on)
);
