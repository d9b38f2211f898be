-- The picture of the network itself, shown on documents beside those of the funders: one, or none.
CREATE TABLE network_logo (
  the_one boolean     PRIMARY KEY CHECK (the_one),
  file    varchar(64) NOT NULL REFERENCES stored_file
);
CREATE INDEX network_logo_file ON network_logo (file);
CREATE TRIGGER network_forgets_its_logo AFTER DELETE OR UPDATE OF file ON network_logo
  FOR EACH ROW EXECUTE FUNCTION forget_file('file');
