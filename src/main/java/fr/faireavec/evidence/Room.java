package fr.faireavec.evidence;

/** How much a parcours keeps of what its structures show, and what is left of it. */
public record Room(int pieces, long bytes) {

	/** In a parcours: a dozen structures, ten actions each, two or three pieces. */
	static final int MOST_PIECES = 400;

	/** Bytes, in a parcours. */
	static final long MOST_BYTES = 300L * 1024 * 1024;

	boolean takes(int more) {
		return this.pieces < MOST_PIECES && this.bytes + more <= MOST_BYTES;
	}

}
