package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/** A date is kept free for a session; nobody is convened on it yet. */
public record SessionReserved(CollectiveSession session, Changes changes) implements Audited {

	@Override
	public String what() {
		return "session.reserved";
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
