-- One person may stand for several structures of a parcours: her one line in the register
-- counts for each of them.
-- The index of that name goes with the column.
ALTER INDEX attendance_enrolment RENAME TO attendance_one_enrolment;
CREATE TABLE attendance_enrolment (
  attendance_id uuid NOT NULL REFERENCES attendance ON DELETE CASCADE,
  enrolment_id  uuid NOT NULL REFERENCES enrolment,
  PRIMARY KEY (attendance_id, enrolment_id)
);
CREATE INDEX attendance_enrolment_enrolment ON attendance_enrolment (enrolment_id);

INSERT INTO attendance_enrolment (attendance_id, enrolment_id)
SELECT a.id, a.enrolment_id FROM attendance a;
-- Those mandated by two structures had a line for one of them alone.
INSERT INTO attendance_enrolment (attendance_id, enrolment_id)
SELECT DISTINCT a.id, e.id
FROM attendance a JOIN half_day h ON h.id = a.half_day_id JOIN collective_session s ON s.id = h.session_id
  JOIN mandate m ON m.person_id = a.person_id
    AND m.starts_on <= CAST(h.starts_at AS date) AND (m.ends_on IS NULL OR m.ends_on > CAST(h.starts_at AS date))
  JOIN enrolment e ON e.id = m.enrolment_id AND e.parcours_id = s.parcours_id
    AND e.active_from <= CAST(h.starts_at AS date)
    AND (e.withdrawn_on IS NULL OR e.withdrawn_on > CAST(h.starts_at AS date))
ON CONFLICT DO NOTHING;

ALTER TABLE attendance DROP COLUMN enrolment_id;

CREATE FUNCTION attendance_within_its_parcours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
                   JOIN collective_session s ON s.id = h.session_id
                   JOIN enrolment e ON e.parcours_id = s.parcours_id
                 WHERE a.id = NEW.attendance_id AND e.id = NEW.enrolment_id) THEN
    RAISE EXCEPTION 'a line of a register counts for structures of its own parcours'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_enrolment_parcours';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER attendance_enrolment_parcours BEFORE INSERT OR UPDATE ON attendance_enrolment
  FOR EACH ROW EXECUTE FUNCTION attendance_within_its_parcours();
