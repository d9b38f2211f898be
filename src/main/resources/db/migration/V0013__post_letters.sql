-- Letters wait here, written in the transaction of what they tell.
CREATE TABLE letter (
  id           uuid PRIMARY KEY,
  -- The order they were posted in.
  position     bigint       GENERATED ALWAYS AS IDENTITY,
  kind         varchar(60)  NOT NULL,
  recipient_id uuid         NOT NULL REFERENCES person,
  subject_id   uuid         NOT NULL,
  unique_key   varchar(300) NOT NULL UNIQUE,
  topic        varchar(120) NOT NULL,
  -- Only when it goes elsewhere than to the person's own address.
  address      varchar(254),
  -- What it carries (a token, a code), sealed; forgotten once it is sent.
  secret       varchar(500),
  state        varchar(12)  NOT NULL CHECK (state IN ('WAITING', 'IN_PROCESS', 'RETRY', 'SENT', 'DEAD', 'OBSOLETE')),
  posted_at    timestamptz  NOT NULL,
  due_at       timestamptz  NOT NULL,
  attempts     integer      NOT NULL CHECK (attempts >= 0)
);
