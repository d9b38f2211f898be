-- Evidence is kept a year after its parcours at the least, whoever types what.
UPDATE convention c SET evidence_until = (p.ends_on + interval '1 year')::date, version = c.version + 1
FROM parcours p WHERE p.id = c.parcours_id AND c.evidence_until < (p.ends_on + interval '1 year')::date;

CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.evidence_until < (SELECT ends_on + interval '1 year' FROM parcours WHERE id = NEW.parcours_id) THEN
    RAISE EXCEPTION 'evidence is kept a year after its parcours' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER convention_keeps_evidence BEFORE INSERT OR UPDATE OF evidence_until, parcours_id ON convention
  FOR EACH ROW EXECUTE FUNCTION keep_evidence();

-- Evidence about to be forgotten, and since when the administration knows: nothing that follows
-- from a typed date goes without a month's notice of that very date.
CREATE TABLE erasure_notice (
  id           uuid PRIMARY KEY,
  kind         varchar(60)  NOT NULL,
  parcours_id  uuid         NOT NULL REFERENCES parcours,
  label        varchar(150) NOT NULL,
  due_on       date         NOT NULL,
  lines        integer      NOT NULL CHECK (lines >= 1),
  announced_at timestamptz  NOT NULL,
  UNIQUE (kind, parcours_id, due_on)
);
CREATE INDEX erasure_notice_parcours ON erasure_notice (parcours_id);

-- The evidence of a parcours that somebody decided to keep longer.
CREATE TABLE evidence_hold (
  id          uuid PRIMARY KEY,
  parcours_id uuid         NOT NULL UNIQUE REFERENCES parcours,
  label       varchar(150) NOT NULL,
  until       date         NOT NULL,
  held_by     uuid         NOT NULL REFERENCES person,
  held_at     timestamptz  NOT NULL
);
CREATE INDEX evidence_hold_by ON evidence_hold (held_by);
