CREATE TABLE structure (
  id                     uuid PRIMARY KEY,
  version                integer      NOT NULL,
  slug                   varchar(160) NOT NULL UNIQUE,
  name                   varchar(150) NOT NULL CHECK (btrim(name) <> ''),
  legal_form             varchar(20)  NOT NULL CHECK (legal_form IN ('ASSOCIATION', 'SCOP', 'SCIC', 'AUTRE_COOPERATIVE', 'MUTUELLE',
                           'FONDATION', 'SOCIETE_ESS', 'COLLECTIVITE', 'AUTRE')),
  siret                  varchar(14)     UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
  rna                    varchar(10)     UNIQUE CHECK (rna ~ '^W[0-9]{9}$'),
  sector                 varchar(120),
  commune                varchar(120),
  departement            varchar(3)   CHECK (departement ~ '^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$'),
  member_since           date,
  charter_signed_on      date,
  service_users_per_year integer      CHECK (service_users_per_year >= 0)
);

-- What people type and what is written, compared without case or accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE FUNCTION plain_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
CREATE INDEX structure_found ON structure USING gin (plain_text(name || ' ' || coalesce(commune, '')) gin_trgm_ops);
CREATE INDEX structure_in_order ON structure (plain_text(name), id);
