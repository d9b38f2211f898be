-- A structure may leave and come back: the days it was away in between, from leaving (included)
-- until coming back (excluded).
ALTER TABLE enrolment ADD COLUMN away datemultirange NOT NULL DEFAULT '{}';
-- The one answer to « does it take part that day? », for whoever asks in SQL.
ALTER TABLE enrolment ADD COLUMN takes_part datemultirange
  GENERATED ALWAYS AS (datemultirange(daterange(active_from, withdrawn_on)) - away) STORED;

-- A departure is said beforehand and acts on its day: until then the structure is active. A
-- parcours that closes before that day completes it all the same.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT conname FROM pg_constraint WHERE conrelid = 'enrolment'::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%withdrawal_reason%'
  LOOP
    EXECUTE format('ALTER TABLE enrolment DROP CONSTRAINT %I', c.conname);
  END LOOP;
END
$$;
ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_left_for_a_reason CHECK ((withdrawn_on IS NULL) = (withdrawal_reason IS NULL)),
  ADD CONSTRAINT enrolment_left_on_a_day CHECK (state <> 'WITHDRAWN' OR withdrawn_on IS NOT NULL),
  ADD CONSTRAINT enrolment_away_within CHECK (away <@ datemultirange(daterange(active_from, withdrawn_on))
    AND away <@ '{[1900-01-01,2200-01-01)}'::datemultirange);
UPDATE mandate m SET state = 'ACTIVE', ends_on = NULL, version = m.version + 1
FROM enrolment e JOIN parcours p ON p.id = e.parcours_id AND p.status IN ('DRAFT', 'OPEN', 'RUNNING')
WHERE e.id = m.enrolment_id AND e.withdrawn_on > CURRENT_DATE AND m.state = 'ENDED'
  AND m.ends_on = greatest(e.withdrawn_on, m.starts_on);
UPDATE enrolment e SET state = 'ACTIVE', version = version + 1
WHERE state = 'WITHDRAWN' AND withdrawn_on > CURRENT_DATE
  AND EXISTS (SELECT FROM parcours p WHERE p.id = e.parcours_id AND p.status IN ('DRAFT', 'OPEN', 'RUNNING'));

-- A mandate that ended because its structure left or its parcours ended is not one that somebody
-- ended: it may be taken up again with them.
ALTER TABLE mandate DROP CONSTRAINT mandate_state_check;
ALTER TABLE mandate ADD CONSTRAINT mandate_state_check CHECK (state IN ('ACTIVE', 'REPLACED', 'ENDED', 'LAPSED'));
UPDATE mandate m SET state = 'LAPSED', version = m.version + 1
FROM enrolment e JOIN parcours p ON p.id = e.parcours_id
WHERE e.id = m.enrolment_id AND m.state = 'ENDED' AND m.ends_on IN (
  greatest(e.withdrawn_on, m.starts_on),
  greatest(CAST(p.archived_at AT TIME ZONE p.zone AS date), m.starts_on),
  CASE p.status WHEN 'CANCELLED' THEN greatest(CAST(p.closed_at AT TIME ZONE p.zone AS date), m.starts_on) END)
  AND (e.withdrawn_on IS NOT NULL OR p.status IN ('ARCHIVED', 'CANCELLED'));
