-- How somebody is called, and whether the others of their parcours read where they are written to.

ALTER TABLE person
  ADD COLUMN telephone varchar(30) CHECK (telephone ~ '^[+]?[0-9 ()./-]{6,30}$'),
  ADD COLUMN shows_address boolean NOT NULL DEFAULT false;
