-- What an entry of a list was called before: its readers of then find it again.
CREATE TABLE taxonomy_former_label (
  entry_id uuid         NOT NULL REFERENCES taxonomy_entry,
  label    varchar(120) NOT NULL,
  until    date         NOT NULL
);
CREATE INDEX taxonomy_former_label_entry ON taxonomy_former_label (entry_id);

-- A rate typed by mistake is retired: another may then start on its day.
ALTER TABLE valuation_rate ADD COLUMN retired_on date;
ALTER TABLE valuation_rate DROP CONSTRAINT valuation_rate_valid_from_key;
CREATE UNIQUE INDEX valuation_rate_day_unique ON valuation_rate (valid_from) WHERE retired_on IS NULL;
CREATE INDEX logged_action_valued_rate ON logged_action (valued_rate) WHERE valued_rate IS NOT NULL;

-- What this installation decided; what is not here has its default.
CREATE TABLE setting (
  name    varchar(60)  PRIMARY KEY,
  value   varchar(500) NOT NULL,
  version integer      NOT NULL CHECK (version >= 1)
);

-- The administration looks people up by name or address, and the audit by day, author and subject.
CREATE INDEX person_found ON person USING gin (plain_text(given_name || ' ' || family_name || ' ' || coalesce(email, '')) gin_trgm_ops);
CREATE INDEX person_in_order ON person (plain_text(family_name || ' ' || given_name), id);
CREATE INDEX audit_row_newest ON audit_row (happened_at DESC, id DESC);
CREATE INDEX audit_row_actor ON audit_row (actor_id, happened_at DESC);
