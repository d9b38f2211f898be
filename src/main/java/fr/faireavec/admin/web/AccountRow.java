package fr.faireavec.admin.web;

import java.util.UUID;

import fr.faireavec.accounts.Account;
import org.jspecify.annotations.Nullable;

/** One line of the list of accounts. */
record AccountRow(UUID personId, String name, @Nullable String email, String role, String state, boolean disabled) {

	static AccountRow of(Account account) {
		String role = (account.getRole() != null) ? account.getRole().name() : "NONE";
		String state = account.isDisabled() ? "DISABLED" : account.hasPassword() ? "OPEN" : "WAITING";
		return new AccountRow(account.getPerson().getId(), account.getPerson().getName(),
				account.getPerson().getEmail(), role, state, account.isDisabled());
	}

	public String style() {
		return switch (this.state) {
			case "OPEN" -> "brand";
			case "WAITING" -> "sun";
			default -> "coral";
		};
	}

}
