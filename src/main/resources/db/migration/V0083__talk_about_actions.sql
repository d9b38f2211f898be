-- What people say to each other about an action; whoever speaks for the animation has no enrolment.
CREATE TABLE action_comment (
  id           uuid          PRIMARY KEY,
  version      integer       NOT NULL,
  action_id    uuid          NOT NULL REFERENCES logged_action,
  author_id    uuid          NOT NULL REFERENCES person,
  enrolment_id uuid          REFERENCES enrolment,
  words        varchar(2000) NOT NULL CHECK (words <> ''),
  written_at   timestamptz   NOT NULL,
  corrected_at timestamptz   CHECK (corrected_at >= written_at)
);
CREATE INDEX action_comment_action ON action_comment (action_id, written_at);
CREATE INDEX action_comment_author ON action_comment (author_id);
CREATE INDEX action_comment_enrolment ON action_comment (enrolment_id);

-- What the animation notes of an action for itself; it has the action's id, and a table of its own so that nothing
-- which reads the comments can ever show it.
CREATE TABLE action_note (
  id         uuid          PRIMARY KEY REFERENCES logged_action,
  version    integer       NOT NULL,
  words      varchar(2000) NOT NULL,
  written_by uuid          NOT NULL REFERENCES person,
  written_at timestamptz   NOT NULL
);
CREATE INDEX action_note_author ON action_note (written_by);
