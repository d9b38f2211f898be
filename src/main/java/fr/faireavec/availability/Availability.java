package fr.faireavec.availability;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.faireavec.holidays.SchoolCalendar;

/**
 * When one person can never be there. Hours are those the clocks of the place show;
 * school holidays that are not published yet are nobody's impossibility.
 */
public final class Availability {

	private final Set<StandingConstraint> never;

	private final SchoolCalendar school;

	Availability(Set<StandingConstraint> never, SchoolCalendar school) {
		this.never = Set.copyOf(never);
		this.school = school;
	}

	/** Of whom nothing is to be known: what somebody said is theirs to read. */
	public static Availability unknown() {
		return new Availability(Set.of(), new SchoolCalendar(List.of()));
	}

	/** What this person said, nothing when they said nothing. */
	public Set<StandingConstraint> never() {
		return this.never;
	}

	/** Why not, from a moment until another, excluded; nothing when they can. */
	public Optional<Impossibility> impossible(LocalDateTime start, LocalDateTime end) {
		LocalDate last = end.minusNanos(1).toLocalDate();
		for (LocalDate day = start.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
			if (isNeverOn(day, start, end)) {
				return Optional.of(Impossibility.WEEKDAY);
			}
			if (this.never.contains(StandingConstraint.SCHOOL_HOLIDAYS) && this.school.on(day).isPresent()) {
				return Optional.of(Impossibility.SCHOOL_HOLIDAYS);
			}
		}
		return Optional.empty();
	}

	private boolean isNeverOn(LocalDate day, LocalDateTime start, LocalDateTime end) {
		LocalTime from = start.toLocalDate().equals(day) ? start.toLocalTime() : LocalTime.MIN;
		LocalTime until = end.toLocalDate().equals(day) ? end.toLocalTime() : LocalTime.MAX;
		return this.never.stream()
			.anyMatch((constraint) -> constraint.weekday() == day.getDayOfWeek() && constraint.part() != null
					&& constraint.part().meets(from, until));
	}

}
