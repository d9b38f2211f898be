package fr.faireavec.imports.web;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

/**
 * A file that was shown and waits to be confirmed: one a session, forgotten once
 * confirmed.
 */
record ImportDraft(String id, UUID parcoursId, String text) implements Serializable {

	private static final String ATTRIBUTE = "imports.draft";

	/** Keeps a text until it is confirmed, in place of the one before. */
	static ImportDraft keep(HttpSession session, UUID parcoursId, String text) {
		ImportDraft draft = new ImportDraft(UUID.randomUUID().toString(), parcoursId, text);
		session.setAttribute(ATTRIBUTE, draft);
		return draft;
	}

	/** The draft of this id and parcours, while it is there. */
	static Optional<ImportDraft> find(HttpSession session, UUID parcoursId, String id) {
		return (session.getAttribute(ATTRIBUTE) instanceof ImportDraft draft && draft.id.equals(id)
				&& draft.parcoursId.equals(parcoursId)) ? Optional.of(draft) : Optional.empty();
	}

	static void forget(HttpSession session) {
		session.removeAttribute(ATTRIBUTE);
	}

}
