package fr.faireavec.accounts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How somebody comes in, or what coming in as them opens, has changed. Every room that
 * made something on the strength of what was before (links, codes, sessions) ends it in
 * the same transaction.
 *
 * @param formerAddress where they were written to before, if that is what changed
 * @param anew what was set up to come in with (a password, keys, codes, known browsers)
 * counts no more: it may be of whoever held the address until now, or is of a time when
 * it opened less
 */
public record WaysInChanged(UUID personId, Reason reason, @Nullable String formerAddress, boolean anew) {

	public WaysInChanged(UUID personId, Reason reason) {
		this(personId, reason, null, false);
	}

	/** What changed. Erasing somebody needs no word here: it removes all of it. */
	public enum Reason {

		/** The administration writes to them elsewhere from now on. */
		ADDRESS_CORRECTED,

		/** They changed their address, from both mailboxes. */
		ADDRESS_CONFIRMED,

		/** A stored role, or a higher one. */
		ROLE_GIVEN,

		/** Their stored role, or part of what it opened. */
		ROLE_TAKEN,

		/**
		 * A mandate, a reading, or more to read: coming in as them opens more than
		 * before.
		 */
		SEAT,

		PASSWORD, FACTORS, CLOSED, REOPENED,

		/** Two sheets of theirs were made one. */
		REUNITED,

		/** Out of every browser, by themselves or by the administration. */
		SIGNED_OUT

	}

}
