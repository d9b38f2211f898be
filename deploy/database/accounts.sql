-- Run once by the administrator of PostgreSQL, in the application's database.
-- faireavec_owner migrates: it owns the database and nothing else. faireavec_application serves the pages: it reads and
-- writes rows. Neither is a superuser, neither has a password here.
DO $$
DECLARE
  account text;
BEGIN
  FOREACH account IN ARRAY ARRAY['faireavec_owner', 'faireavec_application'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = account) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT', account);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  -- An owner may make the extensions the migrations ask for: btree_gist, pg_trgm and unaccent are trusted ones.
  EXECUTE format('ALTER DATABASE %I OWNER TO faireavec_owner', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO faireavec_application', current_database());
END $$;

ALTER SCHEMA public OWNER TO faireavec_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO faireavec_application;

ALTER DEFAULT PRIVILEGES FOR ROLE faireavec_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO faireavec_application;
ALTER DEFAULT PRIVILEGES FOR ROLE faireavec_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO faireavec_application;
-- The two functions that may touch the audit are closed to everybody else.
ALTER DEFAULT PRIVILEGES FOR ROLE faireavec_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO faireavec_application;
