package fr.faireavec.sequences;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Within what dates are to be proposed.
 *
 * @param firstDay the first day of the window
 * @param lastDay the last, included
 * @param weekdays the days of the week that are wanted; weekends are there when they are
 * @param start when a day begins, as the clocks of the place say it
 * @param end when it ends the same day
 * @param spacing how far apart consecutive days may be
 * @param days all days of the parcours in the order of their ranks, those that have a
 * date pinned to it
 * @param keptClear what else is kept clear
 */
public record Wish(LocalDate firstDay, LocalDate lastDay, Set<DayOfWeek> weekdays, LocalTime start, LocalTime end,
		Spacing spacing, List<Place> days, KeptClear keptClear) {

	public Wish {
		weekdays = Set.copyOf(weekdays);
		days = List.copyOf(days);
		if (lastDay.isBefore(firstDay) || !end.isAfter(start)) {
			throw new IllegalArgumentException("a window and a day end after they begin");
		}
	}

	/** A day, and the date it has if it has one. */
	public record Place(int rank, Optional<LocalDate> pinned) {
	}

	/** Why nothing should be proposed then, in a word of the caller's; or nothing. */
	@FunctionalInterface
	public interface KeptClear {

		Optional<String> by(int rank, LocalDateTime start, LocalDateTime end);

	}

}
