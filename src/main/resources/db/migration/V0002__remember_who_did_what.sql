-- Who changed what, and when. People by id; changes as {field: [before, after]}.
CREATE TABLE audit_row (
  id          uuid PRIMARY KEY,
  happened_at timestamptz  NOT NULL,
  actor_id    uuid         REFERENCES person,
  what        varchar(80)  NOT NULL,
  subject_id  uuid         NOT NULL,
  parcours_id uuid,
  label       varchar(300) NOT NULL,
  changes     jsonb        NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_row_parcours ON audit_row (parcours_id, happened_at DESC, id DESC);
CREATE INDEX audit_row_subject ON audit_row (subject_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_row_never_changes BEFORE UPDATE OR DELETE ON audit_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
