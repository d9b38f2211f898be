package fr.faireavec.polls;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A day whose date is asked for: its hours and place are the same whatever the date.
 *
 * @param rank of the session
 * @param days the dates proposed, four at the most
 */
public record AskedDay(int rank, Hours hours, Place place, List<LocalDate> days) {

	/** So many dates for one day: more would be a chore to answer. */
	public static final int MOST_OPTIONS = 4;

	public AskedDay {
		days = days.stream().distinct().sorted().toList();
		if (days.isEmpty()) {
			throw new Refusal("polls.option.needed", rank);
		}
		if (days.size() > MOST_OPTIONS) {
			throw new Refusal("polls.option.tooMany", rank, MOST_OPTIONS);
		}
		plan(hours, place, days.getFirst());
	}

	/** What the session becomes on that date. */
	public SessionPlan on(LocalDate day) {
		return plan(this.hours, this.place, day);
	}

	static SessionPlan plan(Hours hours, Place place, LocalDate day) {
		List<TimeSlot> halves = new ArrayList<>();
		halves.add(TimeSlot.of(day, hours.firstStart(), hours.firstEnd()));
		if (hours.secondStart() != null && hours.secondEnd() != null) {
			halves.add(TimeSlot.of(day, hours.secondStart(), hours.secondEnd()));
		}
		return new SessionPlan(halves, place.mode(), place.venue(), place.address(), place.videoLink());
	}

	/** One or two half-days. */
	public record Hours(LocalTime firstStart, LocalTime firstEnd, @Nullable LocalTime secondStart,
			@Nullable LocalTime secondEnd) {

		/** Those a session has, or has to have. */
		public LocalTime end() {
			return (this.secondEnd != null) ? this.secondEnd : this.firstEnd;
		}

	}

	/** Where and how it takes place; the place may still be to find. */
	public record Place(Mode mode, String venue, String address, String videoLink) {
	}

}
