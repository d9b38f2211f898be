package fr.faireavec.bilans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published bilan: it never changes, a correction is a new version. Only the name of
 * somebody forgotten is taken out of it, and that is marked.
 *
 * @param sha256 of the canonical text of its document, as computed when published, or
 * when a name was last taken out
 * @param intact whether the document, as read now, still has that hash
 * @param redactions when names were taken out, the first one first
 */
public record Bilan(UUID id, UUID parcoursId, BilanDocument document, String sha256, boolean intact,
		List<Redaction> redactions) {

	public Bilan {
		redactions = List.copyOf(redactions);
	}

	/** A name was taken out: when, and the hash the document had until then. */
	public record Redaction(Instant at, String formerSha256) {
	}

	/** The version, from 1. */
	public int number() {
		return this.document.number();
	}

}
