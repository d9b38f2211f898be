-- Every date and moment lies between 1900 and 2200: a year typed with two digits, or with one
-- too many, can be neither kept nor read again by the calendars between here and the pages.
-- What lies outside is a slip of the hand: brought to the nearest bound, where it is seen and
-- corrected. What never changes (the audit, published bilans) was always within.
DO $$
DECLARE
  c record;
  earliest text;
  latest text;
BEGIN
  FOR c IN
    SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name <> 'flyway_schema_history'
      AND (data_type = 'date' OR data_type LIKE 'timestamp%')
      AND table_name IN (SELECT t.table_name FROM information_schema.tables t
        WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE')
    ORDER BY table_name, ordinal_position
  LOOP
    earliest := format('%L::%s', CASE c.data_type WHEN 'timestamp with time zone' THEN '1900-01-01T00:00:00Z' ELSE '1900-01-01' END, c.data_type);
    latest := format('%L::%s', CASE c.data_type WHEN 'timestamp with time zone' THEN '2200-01-01T00:00:00Z' ELSE '2200-01-01' END, c.data_type);
    EXECUTE format('UPDATE %1$I SET %2$I = least(greatest(%2$I, %3$s), %4$s) WHERE %2$I NOT BETWEEN %3$s AND %4$s',
      c.table_name, c.column_name, earliest, latest);
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (%3$I BETWEEN %4$s AND %5$s)',
      c.table_name, c.table_name || '_' || c.column_name || '_bounded', c.column_name, earliest, latest);
  END LOOP;
END
$$;
