package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Viewer;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A stored role opens the whole house, or the network's lists: the animation gives none.
 */
@Component
@Order(0)
class RoleSeating implements Seating {

	private final Accounts accounts;

	RoleSeating(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean beyond(Viewer giver, UUID personId) {
		return this.accounts.ofPerson(personId).filter((account) -> account.getRole() != null).isPresent();
	}

	@Override
	public String refusal() {
		return "signin.link.role";
	}

}
