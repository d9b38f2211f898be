package fr.faireavec.sequences;

/**
 * How far apart two consecutive days may be, in days of the calendar between the dates
 * they begin on, both bounds included.
 */
public record Spacing(int fewestDays, int mostDays) {

	private static final int WEEK = 7;

	public Spacing {
		if (fewestDays < 0 || mostDays < fewestDays) {
			throw new IllegalArgumentException("a spacing goes from the fewest days to the most");
		}
	}

	public static Spacing ofWeeks(int fewest, int most) {
		return new Spacing(fewest * WEEK, most * WEEK);
	}

}
