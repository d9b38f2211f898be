-- A link may be of a guest, who has no sheet here: whose it is means something to the room that gave it alone.
ALTER TABLE pass
  ALTER COLUMN holder_id DROP NOT NULL,
  ADD COLUMN guest_id uuid,
  ADD CONSTRAINT pass_of_one CHECK (num_nonnulls(holder_id, guest_id) = 1);
DROP INDEX pass_alive_once;
CREATE UNIQUE INDEX pass_alive_once ON pass (purpose, (coalesce(holder_id, guest_id)), subject_id) WHERE ended_at IS NULL;
DROP INDEX pass_of_holder;
CREATE INDEX pass_of_holder ON pass ((coalesce(holder_id, guest_id)));
CREATE INDEX pass_of_person ON pass (holder_id);
