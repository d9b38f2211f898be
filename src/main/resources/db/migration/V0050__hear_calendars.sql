ALTER TABLE reply DROP CONSTRAINT reply_how_check;
ALTER TABLE reply ADD CONSTRAINT reply_how_check
  CHECK (how IN ('SIGNED_IN', 'BY_LINK', 'BY_CALENDAR', 'BY_FACILITATOR'));

-- What a calendar answered about a day and is not enough to know who comes: for the animation to read.
CREATE TABLE calendar_reply (
  id         uuid         PRIMARY KEY,
  session_id uuid         NOT NULL REFERENCES collective_session,
  -- Where it says it comes from, and whom it answers for; empty when it cannot be read.
  sender     varchar(254) NOT NULL CHECK (sender = lower(sender)),
  attendee   varchar(254) NOT NULL CHECK (attendee = lower(attendee)),
  said       varchar(20)  NOT NULL CHECK (said IN ('ACCEPTED', 'DECLINED', 'TENTATIVE', 'OTHER')),
  why        varchar(20)  NOT NULL CHECK (why IN ('UNCLEAR', 'ANOTHER_ADDRESS', 'NOT_EXPECTED', 'TOO_LATE', 'OLD')),
  -- The same one is kept once.
  mark       char(64)     NOT NULL UNIQUE,
  heard_at   timestamptz  NOT NULL
);
CREATE INDEX calendar_reply_about ON calendar_reply (session_id, heard_at);
