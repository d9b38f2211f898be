-- Somebody may come late, leave early or be elsewhere: the hours she was there, as a watch says them in the parcours's zone.
ALTER TABLE attendance
  ADD COLUMN came_at time(0),
  ADD COLUMN left_at time(0),
  ADD COLUMN remote  boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT attendance_hours_of_the_present
    CHECK (status = 'PRESENT' OR (came_at IS NULL AND left_at IS NULL AND NOT remote)),
  ADD CONSTRAINT attendance_came_before_leaving CHECK (came_at < left_at);
UPDATE attendance a SET remote = true
FROM signature g WHERE g.attendance_id = a.id AND g.remote AND a.status = 'PRESENT';

CREATE FUNCTION attendance_within_half_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM half_day h WHERE h.id = NEW.half_day_id
                   AND coalesce(CAST(h.starts_at AS date) + NEW.came_at BETWEEN h.starts_at AND h.ends_at, true)
                   AND coalesce(CAST(h.starts_at AS date) + NEW.left_at BETWEEN h.starts_at AND h.ends_at, true)) THEN
    RAISE EXCEPTION 'nobody comes or leaves outside the half-day'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_within_half_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_within_half_day BEFORE INSERT OR UPDATE OF came_at, left_at, half_day_id ON attendance
  FOR EACH ROW EXECUTE FUNCTION attendance_within_half_day();
