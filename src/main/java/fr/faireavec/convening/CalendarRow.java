package fr.faireavec.convening;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A day or a meeting with a date, or that had one.
 *
 * @param tentative whether the date is kept free and not firm yet
 * @param rank of the day; null for a meeting
 * @param title of the day; what the meeting is for
 * @param structure whom a meeting is with; null for a day
 * @param halfDays the hours of each half-day, as « 9:30–12:30, 13:30–16:30 »
 * @param toBring what to bring to a day or do before it
 * @param runs whether who asks runs it: their own time is taken
 */
public record CalendarRow(UUID id, int sequence, boolean cancelled, boolean tentative, TimeSlot slot, Instant changedAt,
		String parcours, String slug, @Nullable Integer rank, String title, @Nullable String structure, String halfDays,
		@Nullable Mode mode, String place, String videoLink, String toBring, boolean runs) {

	public boolean isMeeting() {
		return this.rank == null;
	}

	/** Its page here. */
	public String href() {
		return "/parcours/" + this.slug + (isMeeting() ? "/rendez-vous/" + this.id : "/seances/" + this.rank);
	}

	/** Whether somebody who runs both could not be at both. */
	public boolean clashesWith(CalendarRow other) {
		return this.runs && other.runs && !this.cancelled && !other.cancelled && !this.id.equals(other.id)
				&& this.slot.overlaps(other.slot);
	}

}
