package fr.faireavec.bilans;

import java.time.Instant;

/**
 * A file of a published version, as it is kept.
 *
 * @param sha256 of its bytes, taken when it was made
 * @param size in bytes
 */
public record BilanFile(BilanFileKind kind, String sha256, Instant madeAt, long size) {

	/** Never less than one. */
	public long kilobytes() {
		return Math.ceilDiv(this.size, 1024L);
	}

}
