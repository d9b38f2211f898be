package fr.faireavec.sequences;

import java.util.Comparator;

/** What is looked at first when two sequences are compared. */
public enum Order {

	/**
	 * The worst-served structure, then full days: nobody is left out for the others'
	 * sake.
	 */
	WORST_SERVED_FIRST,

	/** Full days, then the worst-served structure. */
	FULL_DAYS_FIRST;

	/**
	 * The better score is the greater. What is equal here is told apart by the dates: the
	 * earlier day 1, then the earlier day 2 and so on; of two dates that start together
	 * the one that ends first, then the one with the smaller id.
	 */
	public Comparator<Score> comparator() {
		Comparator<Score> first = (this == WORST_SERVED_FIRST)
				? Comparator.comparingInt(Score::worstServed).thenComparingInt(Score::fullDays)
				: Comparator.comparingInt(Score::fullDays).thenComparingInt(Score::worstServed);
		return first.thenComparingInt(Score::structureDays)
			.thenComparingInt(Score::yes)
			.thenComparing(Score::reliedOn, Comparator.reverseOrder())
			.thenComparing(Score::unevenness, Comparator.reverseOrder())
			.thenComparingInt(Score::completeDays);
	}

	Order other() {
		return (this == WORST_SERVED_FIRST) ? FULL_DAYS_FIRST : WORST_SERVED_FIRST;
	}

}
