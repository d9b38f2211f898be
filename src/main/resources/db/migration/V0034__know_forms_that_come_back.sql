-- Forms that make something new carry a key. One that comes back with the same content, by a double
-- press or the browser's Back, is known by what it made; with another content it makes another thing.
CREATE TABLE sent_form (
  key         uuid        NOT NULL,
  -- Of who sent what: nothing can be read in it.
  fingerprint char(64)    NOT NULL,
  made_id     uuid        NOT NULL,
  sent_at     timestamptz NOT NULL,
  PRIMARY KEY (key, fingerprint)
);
CREATE INDEX sent_form_oldest ON sent_form (sent_at);
