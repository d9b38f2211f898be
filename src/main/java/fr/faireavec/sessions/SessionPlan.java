package fr.faireavec.sessions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;

/**
 * When, how and where a session takes place: one or two half-days, in order. Venue at
 * most 200 characters, address 300, link 500.
 */
public record SessionPlan(List<TimeSlot> halfDays, Mode mode, String venue, String address, String videoLink) {

	public SessionPlan {
		halfDays = List.copyOf(halfDays);
		if (halfDays.isEmpty() || halfDays.size() > 2) {
			throw new Refusal("sessions.halfDays.oneOrTwo");
		}
		LocalDate day = halfDays.getFirst().day();
		if (halfDays.stream().anyMatch((half) -> !half.day().equals(day) || !half.isWithinOneDay())) {
			throw Refusal.of("date", "sessions.halfDays.sameDay");
		}
		if (halfDays.size() == 2 && halfDays.getLast().start().isBefore(halfDays.getFirst().end())) {
			throw Refusal.of("secondStart", "sessions.halfDays.overlap");
		}
	}

	/** The day of the first half-day. */
	public LocalDate day() {
		return this.halfDays.getFirst().day();
	}

	/** From the beginning of the first half-day to the end of the last. */
	public TimeSlot whole() {
		return new TimeSlot(this.halfDays.getFirst().start(), this.halfDays.getLast().end());
	}

	String inWords() {
		return this.halfDays.stream().map(TimeSlot::toString).collect(Collectors.joining(", "));
	}
}
