package fr.faireavec.signing.web;

import java.util.UUID;

import fr.faireavec.sessions.CollectiveSession;
import org.jspecify.annotations.Nullable;

/**
 * Where a code leads.
 *
 * @param only who alone may sign by it, away from the room; null for the room's own
 */
record Entry(String code, CollectiveSession session, @Nullable UUID only) {

	boolean remote() {
		return this.only != null;
	}

	String href() {
		return "/salle/" + this.code;
	}

	UUID parcoursId() {
		return this.session.getParcours().getId();
	}

}
