package fr.faireavec.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Viewer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether what somebody's one-time link opens lies within what its giver opens already:
 * nobody takes over more than they see. Every {@link Seating} answers for its own; only
 * the administration gives them all.
 */
@Component
@Transactional(readOnly = true)
public class Reach {

	private final List<Seating> seatings;

	private final Accounts accounts;

	Reach(List<Seating> seatings, Accounts accounts) {
		this.seatings = List.copyOf(seatings);
		this.accounts = accounts;
	}

	public boolean covers(Viewer giver, UUID personId) {
		return obstacle(giver, personId).isEmpty();
	}

	/** The same for a link given earlier, by what its giver is by now. */
	public boolean covers(UUID giverId, UUID personId) {
		return this.accounts.ofPerson(giverId)
			.filter((account) -> !account.isDisabled())
			.filter((account) -> covers(account.viewer(), personId))
			.isPresent();
	}

	/** The message that says, about {0}, why not; empty when it does. */
	Optional<String> obstacle(Viewer giver, UUID personId) {
		if (giver.isAdministrator()) {
			return Optional.empty();
		}
		if (!giver.isStaff()) {
			return Optional.of("signin.link.elsewhere");
		}
		return this.seatings.stream()
			.filter((source) -> source.beyond(giver, personId))
			.map(Seating::refusal)
			.findFirst();
	}

}
