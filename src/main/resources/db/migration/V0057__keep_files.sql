-- Files people give, each once, by what it holds: pictures drawn anew, so that nothing else passes with them.
CREATE TABLE stored_file (
  sha256  varchar(64) PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea       NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 2097152)
);

-- What a funder asks to be shown on documents.
ALTER TABLE funder ADD COLUMN logo varchar(64) REFERENCES stored_file;
CREATE INDEX funder_logo ON funder (logo) WHERE logo IS NOT NULL;
