package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/**
 * A session that had a date has another, or another place: where it was, where it is now.
 *
 * @param why as somebody said; empty when nobody did
 */
public record SessionMoved(CollectiveSession session, SessionPlan from, SessionPlan to, String why,
		Changes changes) implements Audited {

	@Override
	public String what() {
		return "session.moved";
	}

	@Override
	public UUID subjectId() {
		return this.session.getId();
	}

	@Override
	public UUID parcoursId() {
		return this.session.getParcours().getId();
	}

	@Override
	public String label() {
		return this.session.label();
	}

}
