package fr.faireavec.signin;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a person's one-time link to somebody who will pass it on. Only the administration
 * gets the link of one who holds a stored role, or who sits where the asker does not:
 * nobody takes over more than they already see.
 */
@Component
@Transactional
public class LinkHandout {

	private final People people;

	private final Accounts accounts;

	private final Inviting inviting;

	private final BaseUrl addresses;

	private final List<Seating> seatings;

	LinkHandout(People people, Accounts accounts, Inviting inviting, BaseUrl addresses, List<Seating> seatings) {
		this.people = people;
		this.accounts = accounts;
		this.inviting = inviting;
		this.addresses = addresses;
		this.seatings = seatings;
	}

	/**
	 * A new link; the older ones work until one is accepted.
	 * @throws Refusal when it would open more than this viewer sees
	 */
	public Link handOut(Viewer viewer, UUID personId) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		if (!viewer.isAdministrator()) {
			if (this.accounts.ofPerson(personId).filter((account) -> account.getRole() != null).isPresent()) {
				throw new Refusal("signin.link.role", person.getName());
			}
			if (this.seatings.stream().anyMatch((room) -> room.beyond(viewer, personId))) {
				throw new Refusal("signin.link.elsewhere", person.getName());
			}
		}
		return new Link(person.getName(), this.addresses.of("/invitation/" + this.inviting.issueLink(personId)));
	}

	/** A link to show once, and whose it is. */
	public record Link(String person, String address) {
	}

}
