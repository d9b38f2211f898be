-- Why a date moved or was taken away, as whoever did it says to those who knew it; empty when nobody said. A date
-- given up has its reason with the day or the meeting.
ALTER TABLE calendar_entry ADD COLUMN why varchar(300) NOT NULL DEFAULT '' CHECK (why = btrim(why));
ALTER TABLE calendar_entry ADD COLUMN why_said_at timestamptz;
ALTER TABLE calendar_entry ALTER COLUMN why DROP DEFAULT;
ALTER TABLE calendar_entry ADD CONSTRAINT calendar_entry_why_said CHECK ((why = '') = (why_said_at IS NULL));
