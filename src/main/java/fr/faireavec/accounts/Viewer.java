package fr.faireavec.accounts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The signed-in person, as read at this request: a role taken away or an account disabled
 * counts at once.
 */
public record Viewer(UUID personId, UUID accountId, String givenName, String familyName, @Nullable Role role) {

	public String name() {
		return this.givenName + " " + this.familyName;
	}

	public boolean isAdministrator() {
		return this.role == Role.ADMIN;
	}

	/** Somebody of the network who runs parcours, or the administration. */
	public boolean isStaff() {
		return this.role != null;
	}

}
