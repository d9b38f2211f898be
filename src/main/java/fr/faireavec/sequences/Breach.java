package fr.faireavec.sequences;

/**
 * Where a rule is broken.
 *
 * @param constraint the rule
 * @param rank the day; of two consecutive days the later
 * @param previousRank of two consecutive days the earlier; 0 for a rule of one day
 * @param days how many days there are between the two; 0 for a rule of one day
 */
public record Breach(Constraint constraint, int rank, int previousRank, long days) {

	static Breach of(Constraint constraint, Day day) {
		return new Breach(constraint, day.rank(), 0, 0);
	}

	static Breach between(Constraint constraint, Day earlier, Candidate from, Day later, Candidate to) {
		return new Breach(constraint, later.rank(), earlier.rank(), from.daysUntil(to));
	}

}
