-- Two guests of a day may have one name: whoever adds the second is asked, and says so.
DROP INDEX session_guest_once;
CREATE INDEX session_guest_session ON session_guest (session_id);
