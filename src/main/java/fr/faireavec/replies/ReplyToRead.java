package fr.faireavec.replies;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a calendar answered that says nothing sure of who comes.
 *
 * @param sender where it says it comes from; empty when it does not
 * @param attendee whom it answers for; empty when it does not say
 * @param name of whoever has that address; null when nobody has
 */
public record ReplyToRead(UUID id, String sender, String attendee, @Nullable String name, Said said, Why why,
		Instant heardAt) {

	/** Who it seems to be of, as one would call them. */
	public String who() {
		if (this.name != null) {
			return this.name;
		}
		return this.attendee.isEmpty() ? this.sender : this.attendee;
	}

	/** Whether it was sent by another address than the one it answers for. */
	public boolean isOfAnother() {
		return !this.sender.equals(this.attendee) && !this.attendee.isEmpty() && !this.sender.isEmpty();
	}

	/** What its calendar says. */
	public enum Said {

		ACCEPTED, DECLINED, TENTATIVE, OTHER

	}

	/** Why it is no answer yet. */
	public enum Why {

		/** « Perhaps », or nothing that can be read. */
		UNCLEAR,

		/** Nobody asked has that address, or another one sent it. */
		ANOTHER_ADDRESS,

		/** They are not expected that day any more. */
		NOT_EXPECTED,

		/** The day was cancelled, has begun, or has no date. */
		TOO_LATE,

		/** It answers for another date or place than what is true now. */
		OLD

	}

}
