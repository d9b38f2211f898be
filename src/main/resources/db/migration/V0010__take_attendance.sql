CREATE TABLE attendance (
  id           uuid PRIMARY KEY,
  version      integer      NOT NULL,
  half_day_id  uuid         NOT NULL REFERENCES half_day,
  person_id    uuid         NOT NULL REFERENCES person,
  enrolment_id uuid         NOT NULL REFERENCES enrolment,
  person_name  varchar(170) NOT NULL,
  status       varchar(10)  NOT NULL CHECK (status IN ('PRESENT', 'EXCUSED', 'ABSENT')),
  how          varchar(20)  NOT NULL CHECK (how IN ('SIGNED_ON_PHONE', 'SIGNED_ON_TABLET', 'PAPER', 'BY_FACILITATOR')),
  recorded_at  timestamptz  NOT NULL,
  recorded_by  uuid         NOT NULL REFERENCES person,
  UNIQUE (half_day_id, person_id)
);
CREATE INDEX attendance_enrolment ON attendance (enrolment_id);
CREATE INDEX attendance_person ON attendance (person_id);

CREATE TABLE session_guest (
  id                      uuid PRIMARY KEY,
  version                 integer      NOT NULL,
  session_id              uuid         NOT NULL REFERENCES collective_session,
  name                    varchar(120) NOT NULL CHECK (btrim(name) <> ''),
  organisation            varchar(150) NOT NULL DEFAULT '',
  represents_enrolment_id uuid         REFERENCES enrolment
);
CREATE UNIQUE INDEX session_guest_once ON session_guest (session_id, lower(name), lower(organisation));
CREATE INDEX session_guest_represents ON session_guest (represents_enrolment_id);

-- The facilitator's countersignature closes the register of a half-day.
CREATE TABLE register_seal (
  half_day_id      uuid PRIMARY KEY REFERENCES half_day,
  version          integer     NOT NULL,
  countersigned_by uuid        NOT NULL REFERENCES person,
  countersigned_at timestamptz NOT NULL
);
