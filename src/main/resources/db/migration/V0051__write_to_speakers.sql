-- A letter to somebody who has no sheet here goes to an address, under a name of theirs that keeps their letters in order.
ALTER TABLE letter ALTER COLUMN recipient_id DROP NOT NULL;
ALTER TABLE letter ADD COLUMN guest_id uuid;
ALTER TABLE letter ADD CONSTRAINT letter_to_one CHECK (num_nonnulls(recipient_id, guest_id) = 1);
ALTER TABLE letter ADD CONSTRAINT letter_guest_written
  CHECK (guest_id IS NULL OR address IS NOT NULL OR state IN ('SENT', 'DEAD', 'OBSOLETE'));
DROP INDEX letter_order;
CREATE INDEX letter_order ON letter (coalesce(recipient_id, guest_id), topic, position)
  WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY');

-- Who speaks at a day is told of it at the address they gave.
ALTER TABLE calendar_told DROP CONSTRAINT calendar_told_pkey;
ALTER TABLE calendar_told ALTER COLUMN person_id DROP NOT NULL;
ALTER TABLE calendar_told ADD COLUMN guest_id uuid;
ALTER TABLE calendar_told ADD COLUMN address varchar(254);
ALTER TABLE calendar_told ADD CONSTRAINT calendar_told_to_one
  CHECK (num_nonnulls(person_id, guest_id) = 1 AND (guest_id IS NULL) = (address IS NULL));
CREATE UNIQUE INDEX calendar_told_once ON calendar_told (entry_id, coalesce(person_id, guest_id));
CREATE INDEX calendar_told_guests ON calendar_told (address) WHERE address IS NOT NULL;
