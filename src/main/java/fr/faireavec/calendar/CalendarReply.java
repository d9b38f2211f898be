package fr.faireavec.calendar;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody's calendar answers about a date of ours (RFC 5546, REPLY).
 *
 * @param id of the day or the meeting
 * @param attendee the address it answers for, in lower case; empty when it cannot be read
 * @param said what it says, as {@code ACCEPTED}; empty when it cannot be read
 * @param sequence of the date it answers to; negative when it cannot be read
 * @param stampedAt when it was said, by the clock of that calendar
 */
public record CalendarReply(UUID id, String attendee, String said, int sequence, @Nullable Instant stampedAt) {

	/** Whether all that matters was said, once. */
	public boolean isReadable() {
		return !this.attendee.isEmpty() && !this.said.isEmpty() && this.sequence >= 0;
	}

}
