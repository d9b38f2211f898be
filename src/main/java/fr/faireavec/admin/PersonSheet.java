package fr.faireavec.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the administration reads about one person.
 *
 * @param accountVersion 0 without an account
 * @param connections browsers where they are signed in
 */
public record PersonSheet(UUID id, String name, @Nullable String email, Instant knownSince, @Nullable Role role,
		int accountVersion, AccountStanding standing, @Nullable Instant seenAt, int connections, List<Place> places) {

	public boolean hasAccount() {
		return this.standing != AccountStanding.NONE;
	}

	public boolean isClosed() {
		return this.standing == AccountStanding.CLOSED;
	}

	/**
	 * Why somebody is here: a mandate or a reading.
	 *
	 * @param what PILOT, COPILOT or READER
	 * @param where the structure, or the funder
	 */
	public record Place(String what, String where, @Nullable String parcours, @Nullable LocalDate from,
			@Nullable LocalDate to) {
	}

}
