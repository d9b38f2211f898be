package fr.faireavec.slots;

import java.util.UUID;

import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * One slot to come as lists show it.
 *
 * @param email of its facilitator, null when she has none
 * @param meetingId the meeting that has it; null while nobody took it
 * @param structure whose that meeting is
 * @param hindrance why nobody may take it although it is free; null when somebody may
 */
public record SlotRow(UUID id, TimeSlot slot, Mode mode, String place, UUID facilitatorId, String facilitator,
		@Nullable String email, @Nullable UUID meetingId, @Nullable String structure, @Nullable Hindrance hindrance) {

	public boolean isFree() {
		return this.meetingId == null && this.hindrance == null;
	}

	/** What stands in the way of a free slot. */
	public enum Hindrance {

		/** Its facilitator's account is closed. */
		CLOSED,

		/** She meets a structure then. */
		MEETING,

		/** She runs a session then, and did not know when she offered it. */
		SESSION

	}

}
