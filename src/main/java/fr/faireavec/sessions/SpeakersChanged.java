package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/**
 * Somebody speaks at a day, is called or written to otherwise, or speaks there no more.
 *
 * @param formerEmail where they were written to before, if anywhere
 * @param email where they are written to from now on, if anywhere
 */
public record SpeakersChanged(String what, CollectiveSession session, UUID speakerId, @Nullable String formerEmail,
		@Nullable String email, Changes changes) implements Audited {

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
