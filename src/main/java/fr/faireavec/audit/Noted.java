package fr.faireavec.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A write that nobody but the audit needs to hear of. */
public record Noted(String what, UUID subjectId, @Nullable UUID parcoursId, String label,
		Changes changes) implements Audited {

	public Noted(String what, UUID subjectId, @Nullable UUID parcoursId, String label) {
		this(what, subjectId, parcoursId, label, Changes.none());
	}

}
