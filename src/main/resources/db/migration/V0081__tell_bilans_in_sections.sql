-- What the animation writes for the next bilan of a parcours, section by section, as it is typed. `page` is the page that wrote
-- it last, which may write over it; `taken` are the sentences of the figures it took, one line each: a key, a space, the words.
CREATE TABLE narrative_section (
  id          uuid          PRIMARY KEY,
  version     integer       NOT NULL,
  parcours_id uuid          NOT NULL REFERENCES parcours,
  section     varchar(10)   NOT NULL CHECK (section IN ('CONTEXT', 'DONE', 'CHANGED', 'NEXT')),
  words       varchar(5000) NOT NULL,
  taken       varchar(6000) NOT NULL,
  written_at  timestamptz   NOT NULL,
  page        uuid          NOT NULL,
  UNIQUE (parcours_id, section)
);
