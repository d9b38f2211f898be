package fr.faireavec.availability;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something somebody can never do: be there on a part of a day of the week, or during
 * school holidays of zone B, where there is none. There are twenty-two of them in all,
 * and nobody says one twice.
 */
public record StandingConstraint(@Nullable DayOfWeek weekday, @Nullable PartOfDay part) {

	/** Neither day nor part: whenever schools are closed. */
	public static final StandingConstraint SCHOOL_HOLIDAYS = new StandingConstraint(null, null);

	private static final String HOLIDAYS = "SCHOOL_HOLIDAYS";

	/** As it is kept and sent: « MONDAY_MORNING ». */
	public String code() {
		return (this.weekday != null && this.part != null) ? code(this.weekday, this.part) : HOLIDAYS;
	}

	static Optional<StandingConstraint> of(String code) {
		Stream<StandingConstraint> parts = Arrays.stream(DayOfWeek.values())
			.flatMap((weekday) -> Arrays.stream(PartOfDay.values())
				.map((part) -> new StandingConstraint(weekday, part)));
		return Stream.concat(parts, Stream.of(SCHOOL_HOLIDAYS))
			.filter((constraint) -> constraint.code().equals(code))
			.findFirst();
	}

	private static String code(DayOfWeek weekday, PartOfDay part) {
		return weekday + "_" + part;
	}

}
