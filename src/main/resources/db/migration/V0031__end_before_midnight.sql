-- A day and a meeting end the day they begin, before midnight: pages say their hours without a
-- second date. A meeting that passed midnight ends at the last minute of its day, where it is
-- seen and corrected; days were already refused.
UPDATE individual_meeting SET ends_at = date_trunc('day', starts_at) + interval '23 hours 59 minutes', version = version + 1
WHERE CAST(ends_at AS date) <> CAST(starts_at AS date) AND starts_at < date_trunc('day', starts_at) + interval '23 hours 59 minutes';
UPDATE individual_meeting SET starts_at = starts_at - interval '1 minute', ends_at = date_trunc('day', starts_at) + interval '23 hours 59 minutes',
  version = version + 1
WHERE CAST(ends_at AS date) <> CAST(starts_at AS date);
ALTER TABLE individual_meeting ADD CONSTRAINT individual_meeting_within_one_day CHECK (CAST(ends_at AS date) = CAST(starts_at AS date));
ALTER TABLE collective_session ADD CONSTRAINT collective_session_within_one_day CHECK (CAST(ends_at AS date) = CAST(starts_at AS date));
ALTER TABLE half_day ADD CONSTRAINT half_day_within_one_day CHECK (CAST(ends_at AS date) = CAST(starts_at AS date));
