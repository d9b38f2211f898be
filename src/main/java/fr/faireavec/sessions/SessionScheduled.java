package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/** A session received its date. */
public record SessionScheduled(CollectiveSession session, Changes changes) implements Audited {

	@Override
	public String what() {
		return "session.scheduled";
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
