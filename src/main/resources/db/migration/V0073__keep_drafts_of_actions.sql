-- What somebody types about an action before it is noted: theirs alone, for sixty days. The rest is one line an answer, name=value.
CREATE TABLE action_draft (
  id          uuid PRIMARY KEY,
  version     integer        NOT NULL,
  person_id   uuid           NOT NULL REFERENCES person,
  parcours_id uuid           NOT NULL REFERENCES parcours,
  action_id   uuid           REFERENCES logged_action,
  title       varchar(20000) NOT NULL,
  description varchar(20000) NOT NULL,
  learning    varchar(20000) NOT NULL,
  rest        varchar(40000) NOT NULL,
  kept_at     timestamptz    NOT NULL
);

CREATE INDEX action_draft_person ON action_draft (person_id, parcours_id);
CREATE INDEX action_draft_kept ON action_draft (kept_at);
