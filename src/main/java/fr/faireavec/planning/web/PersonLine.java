package fr.faireavec.planning.web;

import java.time.LocalDate;

import fr.faireavec.polls.Askee;
import org.jspecify.annotations.Nullable;

/**
 * One person asked.
 *
 * @param state a message key
 * @param by who wrote it down for them
 * @param askedOn the last day a letter asked them
 * @param href where to answer for them
 */
record PersonLine(Askee askee, String state, String tag, @Nullable String by, String comment,
		@Nullable LocalDate askedOn, String href) {

	public boolean isParticipant() {
		return this.askee.kind() == Askee.Kind.PARTICIPANT;
	}

	public boolean isUnreachable() {
		return this.askee.email() == null;
	}

}
