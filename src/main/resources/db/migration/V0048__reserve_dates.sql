-- Nobody knows nine months ahead: a date is firm, or only kept free. What is kept free stands among the other dates and in
-- calendars, as not certain; nobody is convened on it.
DO $$
DECLARE known text;
BEGIN
  SELECT conname INTO STRICT known FROM pg_constraint
  WHERE conrelid = 'collective_session'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%POLLING%';
  EXECUTE format('ALTER TABLE collective_session DROP CONSTRAINT %I', known);
END $$;
ALTER TABLE collective_session
  ADD CONSTRAINT collective_session_state_known
    CHECK (state IN ('TO_PLAN', 'POLLING', 'RESERVED', 'SCHEDULED', 'HELD', 'CANCELLED')),
  ADD CONSTRAINT collective_session_reserved_when
    CHECK (state <> 'RESERVED' OR (starts_at IS NOT NULL AND ends_at IS NOT NULL AND mode IS NOT NULL)),
  DROP CONSTRAINT collective_session_no_overlap,
  ADD CONSTRAINT collective_session_no_overlap EXCLUDE USING gist (parcours_id WITH =, tsrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('RESERVED', 'SCHEDULED', 'HELD'));

ALTER TABLE calendar_entry ADD COLUMN tentative boolean NOT NULL DEFAULT false;
ALTER TABLE calendar_entry ALTER COLUMN tentative DROP DEFAULT;
