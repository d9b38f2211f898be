-- A link asked for by an address typed: the same row whether somebody has it or not. Who has it
-- is looked up once the answer has left, and the row goes.
DROP TABLE letter_to_nobody;
CREATE TABLE letter_asked (
  id         uuid PRIMARY KEY,
  kind       varchar(60)  NOT NULL,
  subject_id uuid         NOT NULL,
  -- Both sealed: nobody here may be behind that address.
  address    varchar(600) NOT NULL,
  secret     varchar(500) NOT NULL,
  asked_at   timestamptz  NOT NULL
);
CREATE INDEX letter_asked_first ON letter_asked (asked_at);
