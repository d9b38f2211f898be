package fr.faireavec.dossiers;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The dossier of a convention, and how far it is.
 *
 * @param id null while nobody asked for one
 * @param steps how many files it will hold; 0 while they are not counted yet
 * @param bytes of the file, once made
 * @param failedWhy the code of the refusal, if that is what it was
 * @param openedAt since when the readers of the funder have it
 * @param stale whether a name left the bilan since: it is handed out no more
 */
public record Dossier(UUID conventionId, String funder, String convention, @Nullable UUID id, @Nullable Instant askedAt,
		int steps, int stepsDone, @Nullable Instant madeAt, long bytes, String sha256, @Nullable Instant failedAt,
		String failedWhy, @Nullable Instant openedAt, boolean stale) {

	/** Asked for, and neither there nor given up. */
	public boolean isWaiting() {
		return this.askedAt != null && this.madeAt == null && this.failedAt == null;
	}

	/** May be handed out. */
	public boolean isReady() {
		return this.madeAt != null && !this.stale;
	}

	public boolean isOpen() {
		return isReady() && this.openedAt != null;
	}

	/** In thousands of bytes, at least one. */
	public long kilobytes() {
		return Math.max(1, Math.round(this.bytes / 1000.0));
	}

}
