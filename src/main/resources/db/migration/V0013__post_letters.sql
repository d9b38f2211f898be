-- What runs by itself, and when next: db-scheduler's own table, shared by all instances.
CREATE TABLE scheduled_tasks (
  task_name            varchar(100) NOT NULL,
  task_instance        varchar(100) NOT NULL,
  task_data            bytea,
  execution_time       timestamptz  NOT NULL,
  picked               boolean      NOT NULL,
  picked_by            varchar(100),
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint       NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

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
  -- Also tells one lease from the next: who comes too late settles nothing.
  attempts     integer      NOT NULL CHECK (attempts >= 0),
  leased_until timestamptz,
  -- Decided before the first attempt, the same at each: a reader's mail program knows a double by it.
  message_id   varchar(300) UNIQUE,
  sent_to      varchar(254),
  settled_at   timestamptz,
  problem      varchar(500),
  CHECK ((state = 'IN_PROCESS') = (leased_until IS NOT NULL)),
  CHECK ((state IN ('SENT', 'DEAD', 'OBSOLETE')) = (settled_at IS NOT NULL)),
  CHECK (state NOT IN ('SENT', 'OBSOLETE') OR secret IS NULL)
);
CREATE INDEX letter_due ON letter (due_at, position) WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY');
CREATE INDEX letter_order ON letter (recipient_id, topic, position) WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY');
CREATE INDEX letter_settled ON letter (settled_at DESC) WHERE settled_at IS NOT NULL;
CREATE INDEX letter_recipient ON letter (recipient_id);

-- Addresses that letters came back from, until one arrives there again.
CREATE TABLE mail_bounce (
  address     varchar(254) PRIMARY KEY CHECK (address = lower(address)),
  happened_at timestamptz  NOT NULL,
  -- As the server said it: 550, 5.1.1…
  status      varchar(20)  NOT NULL,
  reason      varchar(500) NOT NULL,
  letter_id   uuid         REFERENCES letter ON DELETE SET NULL
);

-- The optional letters a person chose not to receive.
CREATE TABLE notification_refusal (
  person_id  uuid        NOT NULL REFERENCES person,
  kind       varchar(60) NOT NULL,
  refused_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, kind)
);

-- What the demo shows instead of sending it. Always empty elsewhere.
CREATE TABLE demo_letter (
  letter_id  uuid PRIMARY KEY REFERENCES letter ON DELETE CASCADE,
  sent_at    timestamptz  NOT NULL,
  message_id varchar(300) NOT NULL,
  to_name    varchar(200) NOT NULL,
  to_address varchar(254) NOT NULL,
  subject    varchar(500) NOT NULL,
  pieces     jsonb        NOT NULL,
  plain_text text         NOT NULL
);
CREATE INDEX demo_letter_newest ON demo_letter (sent_at DESC, letter_id DESC);
