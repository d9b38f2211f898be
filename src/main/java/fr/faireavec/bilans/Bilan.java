package fr.faireavec.bilans;

import java.util.UUID;

/**
 * A published bilan: it never changes, a correction is a new version.
 *
 * @param sha256 of the canonical text of its document, as computed when published
 * @param intact whether the document, as read now, still has that hash
 */
public record Bilan(UUID id, UUID parcoursId, BilanDocument document, String sha256, boolean intact) {

	/** The version, from 1. */
	public int number() {
		return this.document.number();
	}

}
