package fr.faireavec.sequences;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dates proposed for one day, the earliest first.
 *
 * @param rank the day
 * @param dates four, or fewer with the reason
 * @param shortage why there are fewer than four
 */
public record Proposal(int rank, List<LocalDate> dates, Optional<Shortage> shortage) {

	public Proposal {
		dates = List.copyOf(dates);
	}

	/** Why there are not as many dates as there could be. */
	public enum Why {

		/** The window, or the dates around, leave this day no room. */
		NO_ROOM,

		/** There is room, where the week and what is kept clear leave too few dates. */
		FEW_LEFT,

		/**
		 * They leave none: these dates lie beside it, where some choices of the days
		 * around break the spacing.
		 */
		BESIDE

	}

	/**
	 * What was looked at.
	 *
	 * @param why what is missing
	 * @param from the first date looked at
	 * @param until the last
	 * @param keptClear how many dates in between were kept clear, by what
	 */
	public record Shortage(Why why, LocalDate from, LocalDate until, Map<String, Integer> keptClear) {

		public Shortage {
			keptClear = Map.copyOf(keptClear);
		}

	}

}
