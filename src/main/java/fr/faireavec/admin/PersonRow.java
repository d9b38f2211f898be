package fr.faireavec.admin;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person in the administration's list.
 *
 * @param seenAt when they were last here, as far as their open connections tell
 */
public record PersonRow(UUID id, String name, @Nullable String email, @Nullable Role role, AccountStanding standing,
		@Nullable Instant seenAt, boolean pilots, boolean reads) {

	/** What brings them here, as a code: a stored role, or what they do in a parcours. */
	public String what() {
		if (this.role != null) {
			return this.role.name();
		}
		return (this.pilots && this.reads) ? "PILOT_READER" : this.pilots ? "PILOT" : this.reads ? "READER" : "NOTHING";
	}

}
