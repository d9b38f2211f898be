-- What is said in two halves has both or neither, and what ends says when and why: checked here too,
-- for whatever does not come through the application. It wrote no row that is corrected below; a
-- hand in the database, a script or an old copy may have. What people wrote is kept; a half that is
-- missing is taken from the history where the history tells it, else made as each correction says.
CREATE FUNCTION last_told(subject uuid, said text) RETURNS audit_row LANGUAGE sql STABLE
  RETURN (SELECT a FROM audit_row a WHERE a.subject_id = subject AND a.what = said
          ORDER BY a.happened_at DESC, a.id DESC LIMIT 1);
CREATE FUNCTION last_reason(subject uuid, said text) RETURNS text LANGUAGE sql STABLE
  RETURN coalesce(nullif(btrim(left((last_told(subject, said)).changes -> 'reason' ->> 1, 500)), ''), 'Motif non noté');

-- Half an hour: the other one lies as far as the day or the meeting was to last, within its day,
-- where it is seen and corrected.
UPDATE collective_session s SET version = s.version + 1, starts_at = h.first,
  ends_at = least(greatest(coalesce(s.ends_at, h.first + h.long), h.first + interval '1 minute'), h.day + interval '23 hours 59 minutes')
FROM (SELECT id, day, long, least(coalesce(starts_at, greatest(ends_at - long, day)), day + interval '23 hours 58 minutes') AS first
      FROM (SELECT id, starts_at, ends_at, date_trunc('day', coalesce(starts_at, ends_at)) AS day,
                   make_interval(mins => duration_minutes) AS long FROM collective_session) AS hours) AS h
WHERE h.id = s.id AND (s.starts_at IS NULL) <> (s.ends_at IS NULL);
UPDATE individual_meeting m SET version = m.version + 1, starts_at = h.first,
  ends_at = least(greatest(coalesce(m.ends_at, h.first + h.long), h.first + interval '1 minute'), h.day + interval '23 hours 59 minutes')
FROM (SELECT id, day, long, least(coalesce(starts_at, greatest(ends_at - long, day)), day + interval '23 hours 58 minutes') AS first
      FROM (SELECT id, starts_at, ends_at, date_trunc('day', coalesce(starts_at, ends_at)) AS day,
                   make_interval(mins => coalesce(effective_minutes, 60)) AS long FROM individual_meeting) AS hours) AS h
WHERE h.id = m.id AND (m.starts_at IS NULL) <> (m.ends_at IS NULL);
ALTER TABLE collective_session ADD CONSTRAINT collective_session_both_hours CHECK ((starts_at IS NULL) = (ends_at IS NULL));
ALTER TABLE individual_meeting ADD CONSTRAINT individual_meeting_both_hours CHECK ((starts_at IS NULL) = (ends_at IS NULL));

-- Cancelled without when: the earliest it can have been. Not cancelled: what is left of a
-- cancellation that somebody went back on, which the history keeps.
UPDATE collective_session SET cancelled_at = NULL, cancel_reason = NULL, version = version + 1
WHERE state <> 'CANCELLED' AND (cancelled_at IS NOT NULL OR cancel_reason IS NOT NULL);
UPDATE collective_session SET cancel_reason = last_reason(id, 'session.cancelled'), version = version + 1
WHERE btrim(cancel_reason) = '';
UPDATE individual_meeting SET cancelled_at = NULL, cancel_reason = NULL, version = version + 1
WHERE state <> 'CANCELLED' AND (cancelled_at IS NOT NULL OR cancel_reason IS NOT NULL);
UPDATE individual_meeting m SET version = m.version + 1,
  cancelled_at = coalesce(m.cancelled_at, (last_told(m.id, 'meeting.cancelled')).happened_at, p.closed_at, p.created_at),
  cancel_reason = coalesce(nullif(btrim(m.cancel_reason), ''), last_reason(m.id, 'meeting.cancelled'))
FROM enrolment e JOIN parcours p ON p.id = e.parcours_id
WHERE e.id = m.enrolment_id AND m.state = 'CANCELLED'
  AND (m.cancelled_at IS NULL OR m.cancel_reason IS NULL OR btrim(m.cancel_reason) = '');
ALTER TABLE collective_session
  ADD CONSTRAINT collective_session_cancelled_then CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT collective_session_cancelled_for CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL)),
  ADD CONSTRAINT collective_session_reason_said CHECK (btrim(cancel_reason) <> '');
ALTER TABLE individual_meeting
  ADD CONSTRAINT individual_meeting_cancelled_then CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT individual_meeting_cancelled_for CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL)),
  ADD CONSTRAINT individual_meeting_reason_said CHECK (btrim(cancel_reason) <> '');

-- A meeting of the programme follows one of its days, an extra one none.
UPDATE individual_meeting SET after_session_rank = NULL, version = version + 1 WHERE extra AND after_session_rank IS NOT NULL;
UPDATE individual_meeting m SET version = m.version + 1,
  after_session_rank = coalesce((SELECT f.after_session_rank FROM parcours_meeting_plan f WHERE f.parcours_id = e.parcours_id AND f.rank = m.rank), m.rank)
FROM enrolment e WHERE e.id = m.enrolment_id AND NOT m.extra AND m.after_session_rank IS NULL;
ALTER TABLE individual_meeting ADD CONSTRAINT individual_meeting_follows_a_day CHECK (extra = (after_session_rank IS NULL));

-- What a parcours went through is what its status says, each step with its moment: one that is
-- missing is the one before it. An open one did not end: what says otherwise is left of an end that
-- somebody went back on.
UPDATE parcours p SET version = p.version + 1,
  started_at = CASE WHEN p.status IN ('RUNNING', 'CLOSED', 'ARCHIVED')
    THEN coalesce(p.started_at, (last_told(p.id, 'parcours.started')).happened_at, p.created_at) ELSE p.started_at END,
  closed_at = CASE WHEN p.status IN ('CLOSED', 'ARCHIVED', 'CANCELLED') THEN coalesce(p.closed_at,
      (last_told(p.id, CASE p.status WHEN 'CANCELLED' THEN 'parcours.cancelled' ELSE 'parcours.closed' END)).happened_at,
      p.archived_at, p.started_at, p.created_at) END,
  closing_reason = CASE WHEN p.status = 'CANCELLED' THEN coalesce(nullif(btrim(p.closing_reason), ''), last_reason(p.id, 'parcours.cancelled'))
    WHEN p.status IN ('CLOSED', 'ARCHIVED') THEN nullif(btrim(p.closing_reason), '') END,
  archived_at = CASE WHEN p.status = 'ARCHIVED' THEN coalesce(p.archived_at, (last_told(p.id, 'parcours.archived')).happened_at,
      p.closed_at, p.started_at, p.created_at) END
WHERE (p.status IN ('RUNNING', 'CLOSED', 'ARCHIVED') AND p.started_at IS NULL)
  OR (p.status IN ('CLOSED', 'ARCHIVED', 'CANCELLED')) <> (p.closed_at IS NOT NULL)
  OR (p.status = 'ARCHIVED') <> (p.archived_at IS NOT NULL)
  OR (p.status = 'CANCELLED' AND p.closing_reason IS NULL) OR btrim(p.closing_reason) = ''
  OR (p.status NOT IN ('CLOSED', 'ARCHIVED', 'CANCELLED') AND p.closing_reason IS NOT NULL);
ALTER TABLE parcours
  ADD CONSTRAINT parcours_started_then CHECK (status NOT IN ('RUNNING', 'CLOSED', 'ARCHIVED') OR started_at IS NOT NULL),
  ADD CONSTRAINT parcours_closed_then CHECK ((status IN ('CLOSED', 'ARCHIVED', 'CANCELLED')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT parcours_archived_then CHECK ((status = 'ARCHIVED') = (archived_at IS NOT NULL)),
  ADD CONSTRAINT parcours_cancelled_for CHECK (status <> 'CANCELLED' OR closing_reason IS NOT NULL),
  ADD CONSTRAINT parcours_closed_for CHECK (closing_reason IS NULL OR closed_at IS NOT NULL),
  ADD CONSTRAINT parcours_reason_said CHECK (btrim(closing_reason) <> '');

UPDATE enrolment SET withdrawal_reason = 'Motif non noté', version = version + 1 WHERE btrim(withdrawal_reason) = '';
ALTER TABLE enrolment ADD CONSTRAINT enrolment_reason_said CHECK (btrim(withdrawal_reason) <> '');

-- A mandate whose end is written has ended that day. Signed by nobody known, it was signed all the
-- same; signed no day known, it was when it began.
UPDATE mandate SET state = 'ENDED', version = version + 1 WHERE state = 'ACTIVE' AND ends_on IS NOT NULL;
UPDATE mandate SET signatory = coalesce(nullif(btrim(signatory), ''), 'Sans nom'), version = version + 1
WHERE signed_on IS NOT NULL AND coalesce(btrim(signatory), '') = '';
UPDATE mandate SET signed_on = CASE WHEN btrim(signatory) <> '' THEN least(starts_on, CURRENT_DATE) END,
  signatory = nullif(btrim(signatory), ''), version = version + 1
WHERE signed_on IS NULL AND signatory IS NOT NULL;
ALTER TABLE mandate
  ADD CONSTRAINT mandate_active_without_end CHECK ((state = 'ACTIVE') = (ends_on IS NULL)),
  ADD CONSTRAINT mandate_signed_by_somebody CHECK ((signatory IS NULL) = (signed_on IS NULL) AND btrim(signatory) <> '');

-- A confirmation by nobody, or never, is none: without the history, the pilot is asked again where
-- she still was, and it is said no more elsewhere. One that stands is no longer waited for, as the
-- figures always had it.
UPDATE logged_action SET confirmed_by = coalesce(confirmed_by, (last_told(id, 'action.confirmed')).actor_id),
  confirmed_at = coalesce(confirmed_at, (last_told(id, 'action.confirmed')).happened_at), version = version + 1
WHERE (confirmed_by IS NULL) <> (confirmed_at IS NULL);
UPDATE logged_action SET confirmed_by = NULL, confirmed_at = NULL WHERE (confirmed_by IS NULL) <> (confirmed_at IS NULL);
UPDATE logged_action SET awaits_pilot = false, version = version + 1 WHERE awaits_pilot AND confirmed_at IS NOT NULL;
-- A rate and an amount come from each other by the hours; without these there is neither.
UPDATE logged_action SET valued_amount = round(volunteer_hours * valued_rate, 2), version = version + 1
WHERE valued_amount IS NULL AND valued_rate IS NOT NULL;
UPDATE logged_action SET valued_rate = round(valued_amount / volunteer_hours, 2), version = version + 1
WHERE valued_rate IS NULL AND valued_amount < 9999 * volunteer_hours;
UPDATE logged_action SET valued_rate = NULL, valued_amount = NULL, version = version + 1
WHERE (valued_rate IS NULL) <> (valued_amount IS NULL);
ALTER TABLE logged_action
  ADD CONSTRAINT logged_action_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  ADD CONSTRAINT logged_action_confirmed_or_awaited CHECK (NOT awaits_pilot OR confirmed_at IS NULL),
  ADD CONSTRAINT logged_action_valued_at_a_rate CHECK ((valued_rate IS NULL) = (valued_amount IS NULL));

-- Nothing is proved of no address, and who was erased has none.
UPDATE person SET email = NULL, email_proved_at = NULL, version = version + 1
WHERE (erased_at IS NOT NULL AND email IS NOT NULL) OR (email IS NULL AND email_proved_at IS NOT NULL);
ALTER TABLE person
  ADD CONSTRAINT person_proved_an_address CHECK (email_proved_at IS NULL OR email IS NOT NULL),
  ADD CONSTRAINT person_erased_without_address CHECK (erased_at IS NULL OR email IS NULL);

-- An address that moved had both sides' yes, by then at the latest, and was not given up.
UPDATE address_change SET old_confirmed_at = coalesce(old_confirmed_at, done_at), new_confirmed_at = coalesce(new_confirmed_at, done_at),
  ended_at = NULL, ended_because = NULL
WHERE done_at IS NOT NULL AND (old_confirmed_at IS NULL OR new_confirmed_at IS NULL OR ended_at IS NOT NULL);
ALTER TABLE address_change
  ADD CONSTRAINT address_change_both_said_yes CHECK (done_at IS NULL OR (old_confirmed_at IS NOT NULL AND new_confirmed_at IS NOT NULL)),
  ADD CONSTRAINT address_change_done_or_ended CHECK (done_at IS NULL OR ended_at IS NULL);

-- An open request was settled by nobody; the night settles some by itself.
UPDATE erasure_request SET settled_by = NULL, version = version + 1 WHERE settled_at IS NULL AND settled_by IS NOT NULL;
UPDATE erasure_request SET reason = 'Motif non noté', version = version + 1 WHERE btrim(reason) = '';
ALTER TABLE erasure_request
  ADD CONSTRAINT erasure_request_settled_then CHECK (settled_by IS NULL OR settled_at IS NOT NULL),
  ADD CONSTRAINT erasure_request_reason_said CHECK (btrim(reason) <> '');

-- An action is tied to a day of its own parcours. Pages say which by its rank alone: what was read
-- stays true with its own parcours's day of that rank.
UPDATE logged_action a SET version = a.version + 1,
  tied_session_id = (SELECT own.id FROM collective_session own WHERE own.parcours_id = e.parcours_id AND own.rank = s.rank)
FROM enrolment e, collective_session s
WHERE e.id = a.enrolment_id AND s.id = a.tied_session_id AND s.parcours_id <> e.parcours_id;
CREATE FUNCTION tied_within_its_parcours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM collective_session s JOIN enrolment e ON e.parcours_id = s.parcours_id
                 WHERE s.id = NEW.tied_session_id AND e.id = NEW.enrolment_id) THEN
    RAISE EXCEPTION 'an action is tied to a day of its own parcours'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'logged_action_parcours';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER logged_action_parcours BEFORE INSERT OR UPDATE OF tied_session_id, enrolment_id ON logged_action
  FOR EACH ROW WHEN (NEW.tied_session_id IS NOT NULL) EXECUTE FUNCTION tied_within_its_parcours();

-- A guest stands for a structure of the parcours: the same one there, else none, and the name of
-- whom they came for is kept as their organisation.
UPDATE session_guest g SET version = g.version + 1,
  organisation = CASE WHEN btrim(g.organisation) = '' AND own.id IS NULL THEN t.name ELSE g.organisation END,
  represents_enrolment_id = own.id
FROM collective_session s, enrolment e JOIN structure t ON t.id = e.structure_id, LATERAL (
  SELECT max(o.id::text)::uuid AS id FROM enrolment o WHERE o.structure_id = e.structure_id AND o.parcours_id = s.parcours_id) own
WHERE s.id = g.session_id AND e.id = g.represents_enrolment_id AND e.parcours_id <> s.parcours_id;
CREATE FUNCTION represents_within_its_parcours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM collective_session s JOIN enrolment e ON e.parcours_id = s.parcours_id
                 WHERE s.id = NEW.session_id AND e.id = NEW.represents_enrolment_id) THEN
    RAISE EXCEPTION 'a guest stands for a structure of the parcours'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'session_guest_parcours';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER session_guest_parcours BEFORE INSERT OR UPDATE OF session_id, represents_enrolment_id ON session_guest
  FOR EACH ROW WHEN (NEW.represents_enrolment_id IS NOT NULL) EXECUTE FUNCTION represents_within_its_parcours();

-- What all this rests on: neither a participation nor a day goes over to another parcours.
CREATE FUNCTION stay_in_its_parcours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows stay in their parcours', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END
$$;
CREATE TRIGGER enrolment_stays BEFORE UPDATE OF parcours_id ON enrolment
  FOR EACH ROW WHEN (NEW.parcours_id <> OLD.parcours_id) EXECUTE FUNCTION stay_in_its_parcours();
CREATE TRIGGER collective_session_stays BEFORE UPDATE OF parcours_id ON collective_session
  FOR EACH ROW WHEN (NEW.parcours_id <> OLD.parcours_id) EXECUTE FUNCTION stay_in_its_parcours();

-- What never changes is not emptied either.
CREATE TRIGGER bilan_never_emptied BEFORE TRUNCATE ON bilan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bilan_redaction_never_emptied BEFORE TRUNCATE ON bilan_redaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DROP FUNCTION last_reason(uuid, text);
DROP FUNCTION last_told(uuid, text);
