package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** A session will not take place. Where it was, if it had a date. */
public record SessionCancelled(CollectiveSession session, @Nullable SessionPlan from,
		Changes changes) implements Audited {

	@Override
	public String what() {
		return "session.cancelled";
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
