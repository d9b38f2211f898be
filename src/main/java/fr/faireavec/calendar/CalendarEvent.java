package fr.faireavec.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Something with a date, as calendars are told of it. Hours are those people say, in
 * Paris.
 *
 * @param id of the day or the meeting: its UID in every calendar, whatever becomes of it
 * @param sequence how often its hours, its place or its being changed
 * @param changedAt when anything of it last changed
 */
public record CalendarEvent(UUID id, int sequence, Status status, LocalDateTime start, LocalDateTime end, Words words,
		Instant changedAt) {

	/** The same, for somebody it concerns no more. */
	public CalendarEvent cancelled() {
		return new CalendarEvent(this.id, this.sequence, Status.CANCELLED, this.start, this.end, this.words,
				this.changedAt);
	}

	/** Whether it takes place. */
	public enum Status {

		CONFIRMED,

		/** Kept free: it is not certain yet. */
		TENTATIVE,

		/** It was to take place, and will not. */
		CANCELLED

	}

	/**
	 * What is read of it; what is empty is not written.
	 *
	 * @param videoLink where one joins it from afar
	 * @param page its page here
	 */
	public record Words(String title, String description, String place, String videoLink, String page) {
	}

}
