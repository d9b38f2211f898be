-- The meeting that decided an action.
ALTER TABLE logged_action ADD COLUMN tied_meeting_id uuid REFERENCES individual_meeting;
CREATE INDEX logged_action_meeting ON logged_action (tied_meeting_id) WHERE tied_meeting_id IS NOT NULL;

-- What a structure does not want to complete: because of a day that has passed, or until another. Nobody is named.
CREATE TABLE declined_completion (
  action_id      uuid PRIMARY KEY REFERENCES logged_action,
  occasion_day   date,
  asked_again_on date,
  CHECK ((occasion_day IS NULL) <> (asked_again_on IS NULL))
);
