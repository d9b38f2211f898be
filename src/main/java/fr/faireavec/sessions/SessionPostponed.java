package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** A session lost its date and waits for another. Where it was, if it had a date. */
public record SessionPostponed(CollectiveSession session, @Nullable SessionPlan from, String why,
		Changes changes) implements Audited {

	@Override
	public String what() {
		return "session.postponed";
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
