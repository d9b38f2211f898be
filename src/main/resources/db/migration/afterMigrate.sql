-- Every date and moment of the schema has its bounds (see V0024), those of tables to come as well:
-- asked after each migration, so that nobody has to think of it.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT k.table_name, k.column_name, k.data_type, left(k.table_name || '_' || k.column_name || '_bounded', 63) AS bounds
    FROM information_schema.columns k JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE k.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND k.table_name <> 'flyway_schema_history'
      AND (k.data_type = 'date' OR k.data_type LIKE 'timestamp%')
      AND NOT EXISTS (SELECT 1 FROM information_schema.table_constraints n WHERE n.table_schema = k.table_schema
        AND n.table_name = k.table_name AND n.constraint_name = left(k.table_name || '_' || k.column_name || '_bounded', 63))
    ORDER BY k.table_name, k.ordinal_position
  LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (%3$I BETWEEN %4$L::%6$s AND %5$L::%6$s)',
      c.table_name, c.bounds, c.column_name, '1900-01-01 00:00:00Z', '2200-01-01 00:00:00Z', c.data_type);
  END LOOP;
END
$$;

-- Every column that points to a person follows two sheets that are reunited (see V0038), but those
-- whose rows never change; nothing does so before that migration.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT t.relname AS table_name, a.attname AS column_name, left(t.relname || '_' || a.attname || '_follows', 63) AS follows
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ALL (k.conkey)
    WHERE EXISTS (SELECT 1 FROM pg_proc p WHERE p.proname = 'follow_reunion' AND p.pronamespace = current_schema()::regnamespace)
      AND k.contype = 'f' AND k.confrelid = 'person'::regclass AND t.relnamespace = current_schema()::regnamespace
      AND t.relname NOT IN ('person', 'audit_row', 'bilan')
      AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = t.oid
        AND g.tgname = left(t.relname || '_' || a.attname || '_follows', 63))
    ORDER BY t.relname, a.attname
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %I FOR EACH ROW EXECUTE FUNCTION follow_reunion(%L)',
      c.follows, c.column_name, c.table_name, c.column_name);
  END LOOP;
END
$$;
