-- Two sheets of one person are reunited: one goes on; the other stays for what never changes (who
-- did what, who published) and points to it.
ALTER TABLE person
  ADD COLUMN reunited_with uuid REFERENCES person,
  ADD COLUMN reunited_at   timestamptz,
  ADD CONSTRAINT person_reunited_once CHECK ((reunited_with IS NULL) = (reunited_at IS NULL)),
  ADD CONSTRAINT person_reunited_with_another CHECK (reunited_with <> id),
  ADD CONSTRAINT person_reunited_is_not_written_to CHECK (reunited_with IS NULL OR email IS NULL);
CREATE INDEX person_reunited_with ON person (reunited_with) WHERE reunited_with IS NOT NULL;

-- The sheets of a person: theirs, and those that were reunited with it.
CREATE FUNCTION sheets(uuid) RETURNS SETOF uuid LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1 AS $$
  SELECT $1 UNION ALL SELECT id FROM person WHERE reunited_with = $1
$$;

-- Whoever wrote about the sheet that went at the very moment it went writes about the one that stays.
-- Called for each column that points to a person: see afterMigrate.
CREATE FUNCTION follow_reunion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet uuid;
  kept  uuid;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO sheet USING NEW;
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO kept USING OLD;
    IF kept IS NOT DISTINCT FROM sheet THEN
      RETURN NEW;
    END IF;
  END IF;
  -- Waits for whoever is reuniting it, as the foreign key does next.
  SELECT reunited_with INTO kept FROM person WHERE id = sheet FOR KEY SHARE;
  IF kept IS NOT NULL THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], kept));
  END IF;
  RETURN NEW;
END
$$;
