-- Two changes of address asked for at once left nobody's page able to say which one waits: there is one at a time.
DELETE FROM address_change older USING address_change newer
WHERE older.person_id = newer.person_id AND older.done_at IS NULL AND older.ended_at IS NULL
  AND newer.done_at IS NULL AND newer.ended_at IS NULL
  AND (older.asked_at, older.id) < (newer.asked_at, newer.id);
CREATE UNIQUE INDEX address_change_one_waits ON address_change (person_id) WHERE done_at IS NULL AND ended_at IS NULL;
