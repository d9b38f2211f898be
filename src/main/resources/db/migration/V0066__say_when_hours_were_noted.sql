-- Hours noted after the countersignature are a correction, and the register's file says so.
ALTER TABLE attendance
  ADD COLUMN stay_noted_at timestamptz,
  ADD CONSTRAINT attendance_stay_noted_of_the_present CHECK (status = 'PRESENT' OR stay_noted_at IS NULL);
