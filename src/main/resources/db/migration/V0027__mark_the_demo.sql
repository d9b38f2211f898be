-- Invented people alone live here: written when the demo is loaded, once.
CREATE TABLE demo_mark (
  loaded_at timestamptz PRIMARY KEY
);
CREATE UNIQUE INDEX demo_mark_once ON demo_mark ((true));

-- A demo loaded before this. Nobody real has an address there.
INSERT INTO demo_mark (loaded_at)
SELECT created_at FROM person WHERE email = 'admin@demo.example';
