-- Until when somebody read what is said of an action: no letter tells it again.
CREATE TABLE comment_reading (
  person_id uuid        NOT NULL REFERENCES person,
  action_id uuid        NOT NULL REFERENCES logged_action,
  read_at   timestamptz NOT NULL,
  PRIMARY KEY (person_id, action_id)
);
CREATE INDEX comment_reading_action ON comment_reading (action_id);
CREATE INDEX comment_reading_time ON comment_reading (read_at);

-- Until when somebody was told of it by the letter of a day.
CREATE TABLE comment_digest (
  person_id uuid        PRIMARY KEY REFERENCES person,
  told_at   timestamptz NOT NULL
);
