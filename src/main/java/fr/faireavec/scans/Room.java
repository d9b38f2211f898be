package fr.faireavec.scans;

/** How much a parcours keeps of its paper, and what is left of it. */
public record Room(int pieces, long bytes) {

	/** Pages, in a parcours: seven days of a dozen pages, and as many again. */
	static final int MOST_PIECES = 200;

	/** Bytes, in a parcours. */
	static final long MOST_BYTES = 120L * 1024 * 1024;

	private static final long MEGA = 1024 * 1024;

	/** Pages one more may be added to. */
	public int piecesLeft() {
		return Math.max(0, MOST_PIECES - this.pieces);
	}

	/** In whole megabytes. */
	public long megaLeft() {
		return Math.max(0, (MOST_BYTES - this.bytes) / MEGA);
	}

	boolean takes(int more) {
		return this.pieces < MOST_PIECES && this.bytes + more <= MOST_BYTES;
	}

}
