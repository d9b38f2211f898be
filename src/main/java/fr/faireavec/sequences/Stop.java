package fr.faireavec.sequences;

/**
 * A candidate a sequence may pass through, and the best that may follow it. What is
 * compared after the worst-served structure adds up along the days, in two numbers: what
 * weighs most, then what breaks its ties.
 */
final class Stop {

	static final long NO_WAY = -1;

	final Candidate candidate;

	/** Its place among the candidates of its day, the earliest first. */
	final int place;

	/** Structures it misses though another candidate of the day has them, as bits. */
	final long[] missed;

	final long weight;

	final int complete;

	/** Where one may go, the most promising first, and what each gap costs. */
	Stop[] next = new Stop[0];

	long[] gaps = new long[0];

	/** The best that follows, by the candidate of the last day one ends with. */
	final long[] weightTo;

	final long[] detailTo;

	/** The heaviest of what follows. */
	long heaviest = NO_WAY;

	Stop(Candidate candidate, int place, long[] missed, long weight, int complete, int lasts) {
		this.candidate = candidate;
		this.place = place;
		this.missed = missed;
		this.weight = weight;
		this.complete = complete;
		this.weightTo = new long[lasts];
		this.detailTo = new long[lasts];
	}

}
