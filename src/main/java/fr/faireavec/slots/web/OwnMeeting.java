package fr.faireavec.slots.web;

import java.time.LocalDateTime;
import java.util.UUID;

import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.slots.SlotRow;
import org.jspecify.annotations.Nullable;

/**
 * What a structure may do about one of its meetings to come.
 *
 * @param structure said where its reader stands for several
 * @param free how many slots it may take
 * @param until the last moment it may move the slot it has; null when it has none, or it
 * is too late
 * @param email of whoever meets it, where it may no longer move the meeting itself
 */
public record OwnMeeting(MeetingRow meeting, @Nullable String structure, int version, int free,
		@Nullable LocalDateTime until, @Nullable String email) {

	public UUID id() {
		return this.meeting.id();
	}

	public @Nullable TimeSlot slot() {
		return this.meeting.slot();
	}

	public boolean isToFix() {
		return this.meeting.slot() == null;
	}

	static @Nullable String emailIn(@Nullable SlotRow row) {
		return (row != null) ? row.email() : null;
	}

}
