-- A guest is there the whole day, or one half of it only. Who signed one half was there that half.
ALTER TABLE session_guest ADD COLUMN only_half integer CHECK (only_half IN (1, 2));
UPDATE session_guest g SET version = g.version + 1, only_half = signed.ordinal
FROM (SELECT s.guest_id, min(h.ordinal) AS ordinal FROM signature s JOIN half_day h ON h.id = s.half_day_id
      WHERE s.guest_id IS NOT NULL GROUP BY s.guest_id HAVING count(DISTINCT h.ordinal) = 1) signed
WHERE signed.guest_id = g.id AND (SELECT count(*) FROM half_day h WHERE h.session_id = g.session_id) = 2;
