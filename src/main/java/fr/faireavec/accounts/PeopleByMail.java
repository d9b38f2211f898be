package fr.faireavec.accounts;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.mail.Recipients;

import org.springframework.stereotype.Component;

/** Letters go to the address a person has on the day they leave. */
@Component
class PeopleByMail implements Recipients {

	private final People people;

	PeopleByMail(People people) {
		this.people = people;
	}

	@Override
	public Optional<Recipient> find(UUID personId) {
		return this.people.findById(personId).flatMap((person) -> {
			String email = person.getEmail();
			boolean known = person.hasProvedEmail();
			return (email != null)
					? Optional
						.of(new Recipient(known ? person.getName() : "", known ? person.getGivenName() : "", email))
					: Optional.empty();
		});
	}

}
