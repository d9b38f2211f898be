package fr.faireavec.availability;

import java.time.LocalTime;

/** A part of a day, from an hour of the clock to another, excluded. */
public enum PartOfDay {

	/** Until one in the afternoon: a morning that ends late is still one. */
	MORNING(LocalTime.MIN, LocalTime.of(13, 0)),

	/** From one to six. */
	AFTERNOON(LocalTime.of(13, 0), LocalTime.of(18, 0)),

	/** From six on. */
	EVENING(LocalTime.of(18, 0), LocalTime.MAX);

	private final LocalTime from;

	private final LocalTime until;

	PartOfDay(LocalTime from, LocalTime until) {
		this.from = from;
		this.until = until;
	}

	/** Whether hours of one day, the second excluded, fall in this part of it. */
	boolean meets(LocalTime start, LocalTime end) {
		return start.isBefore(this.until) && end.isAfter(this.from);
	}

}
