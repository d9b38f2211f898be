-- Whether a link is of use to somebody: a calendar that reads its address needs no file by mail.
ALTER TABLE pass ADD COLUMN used_at timestamptz CHECK (used_at >= issued_at);

-- What a letter told somebody of a date last, and what they had read before. Letters follow from what differs:
-- whatever happened meanwhile, the next one says what is true by then, once.
CREATE TABLE calendar_told (
  entry_id         uuid         NOT NULL REFERENCES calendar_entry,
  person_id        uuid         NOT NULL REFERENCES person,
  sequence         integer      NOT NULL CHECK (sequence >= 0),
  gone             boolean      NOT NULL,
  starts_at        timestamp    NOT NULL,
  ends_at          timestamp    NOT NULL CHECK (ends_at > starts_at),
  place_mark       char(64)     NOT NULL,
  read_starts_at   timestamp,
  read_ends_at     timestamp    CHECK (read_ends_at > read_starts_at),
  with_file        boolean      NOT NULL,
  news             varchar(20)  NOT NULL CHECK (news IN ('CONVENED', 'MOVED', 'CANCELLED', 'NOT_THEIRS')),
  letter_id        uuid         NOT NULL,
  told_at          timestamptz  NOT NULL,
  PRIMARY KEY (entry_id, person_id),
  CONSTRAINT calendar_told_gone_said CHECK (gone = (news IN ('CANCELLED', 'NOT_THEIRS'))),
  CONSTRAINT calendar_told_read_both CHECK ((read_starts_at IS NULL) = (read_ends_at IS NULL))
);
CREATE INDEX calendar_told_to ON calendar_told (person_id);
CREATE INDEX calendar_told_by ON calendar_told (letter_id);
