package fr.faireavec.planning.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.faireavec.polls.AskedDay;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** The hours of one row, whole or not. */
record RowHours(@Nullable LocalTime firstStart, @Nullable LocalTime firstEnd, @Nullable LocalTime secondStart,
		@Nullable LocalTime secondEnd) {

	private static final LocalTime MORNING = LocalTime.of(9, 30);

	private static final LocalTime NOON = LocalTime.of(12, 30);

	private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

	private static final int ONE_HALF_DAY = 240;

	/** As the programme says it lasts: a long day breaks for lunch. */
	static RowHours of(int minutes) {
		return (minutes <= ONE_HALF_DAY) ? new RowHours(MORNING, MORNING.plusMinutes(minutes), null, null)
				: new RowHours(MORNING, NOON, AFTERNOON,
						AFTERNOON.plusMinutes(minutes - Duration.between(MORNING, NOON).toMinutes()));
	}

	static RowHours of(SessionPlan plan) {
		TimeSlot first = plan.halfDays().getFirst();
		TimeSlot last = plan.halfDays().getLast();
		boolean two = plan.halfDays().size() == 2;
		return new RowHours(first.start().toLocalTime(), first.end().toLocalTime(),
				two ? last.start().toLocalTime() : null, two ? last.end().toLocalTime() : null);
	}

	static void check(String row, RowHours hours, Errors errors) {
		refuseMissing("firstStart[" + row + "]", hours.firstStart(), errors);
		refuseMissing("firstEnd[" + row + "]", hours.firstEnd(), errors);
		refuseInverted("firstEnd[" + row + "]", hours.firstStart(), hours.firstEnd(), errors);
		refuseInverted("secondStart[" + row + "]", hours.firstEnd(), hours.secondStart(), errors);
		refuseInverted("secondEnd[" + row + "]", hours.secondStart(), hours.secondEnd(), errors);
		if (hours.secondStart() == null && hours.secondEnd() != null) {
			errors.rejectValue("secondStart[" + row + "]", "sessions.halfDays.start");
		}
		if (hours.secondStart() != null && hours.secondEnd() == null) {
			errors.rejectValue("secondEnd[" + row + "]", "sessions.halfDays.end");
		}
	}

	private static void refuseMissing(String field, @Nullable LocalTime time, Errors errors) {
		if (time == null && !errors.hasFieldErrors(field)) {
			errors.rejectValue(field, "planning.hour.needed");
		}
	}

	private static void refuseInverted(String field, @Nullable LocalTime from, @Nullable LocalTime to, Errors errors) {
		if (from != null && to != null && (field.startsWith("secondStart") ? to.isBefore(from) : !to.isAfter(from))) {
			errors.rejectValue(field,
					field.startsWith("secondStart") ? "sessions.halfDays.overlap" : "sessions.endBeforeStart");
		}
	}

	/** Once checked. */
	List<TimeSlot> on(LocalDate day) {
		List<TimeSlot> halves = new ArrayList<>();
		if (this.firstStart != null && this.firstEnd != null) {
			halves.add(TimeSlot.of(day, this.firstStart, this.firstEnd));
		}
		if (this.secondStart != null && this.secondEnd != null) {
			halves.add(TimeSlot.of(day, this.secondStart, this.secondEnd));
		}
		return halves;
	}

	/** Once checked, as a poll asks under. */
	AskedDay.Hours asked() {
		return new AskedDay.Hours(Objects.requireNonNull(this.firstStart), Objects.requireNonNull(this.firstEnd),
				this.secondStart, this.secondEnd);
	}

}
