package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a person's one-time link to somebody who will pass it on, within their
 * {@link Reach}.
 */
@Component
@Transactional
public class LinkHandout {

	private final People people;

	private final Inviting inviting;

	private final BaseUrl addresses;

	private final Reach reach;

	LinkHandout(People people, Inviting inviting, BaseUrl addresses, Reach reach) {
		this.people = people;
		this.inviting = inviting;
		this.addresses = addresses;
		this.reach = reach;
	}

	/**
	 * A new link; the older ones work until one is accepted.
	 * @throws Refusal when it would open more than this viewer sees
	 */
	public Link handOut(Viewer viewer, UUID personId) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		this.reach.obstacle(viewer, personId).ifPresent((why) -> {
			throw new Refusal(why, person.getName());
		});
		return new Link(person.getName(), this.addresses.of("/invitation/" + this.inviting.issueLink(personId)));
	}

	/** A link to show once, and whose it is. */
	public record Link(String person, String address) {
	}

}
