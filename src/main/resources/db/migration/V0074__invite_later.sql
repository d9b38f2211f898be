-- A cohort may be written before anybody is told: whoever is mandated so waits for their invitation.
ALTER TABLE mandate ADD COLUMN uninvited boolean NOT NULL DEFAULT false;
