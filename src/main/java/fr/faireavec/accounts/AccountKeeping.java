package fr.faireavec.accounts;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.audit.Changes;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers people, opens and closes their accounts, gives and takes roles. */
@Component
@Transactional
public class AccountKeeping {

	private final People people;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountKeeping(People people, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The person with this address, or a new one. A known person keeps the name they
	 * have: correcting it is an act of its own.
	 */
	public Person register(Name name, @Nullable String email) {
		String address = Person.normalised(email);
		if (address != null) {
			var known = this.people.findByEmail(address);
			if (known.isPresent()) {
				return known.get();
			}
		}
		Person person = this.people
			.save(new Person(Ids.next(), name.given(), name.family(), address, this.clock.instant()));
		this.events.publishEvent(new Noted("person.registered", person.getId(), null, person.getName()));
		return person;
	}

	/** Corrects a person's name or address. */
	public void correct(UUID personId, int version, Name name, @Nullable String email) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		person.requireVersion(version);
		String address = Person.normalised(email);
		if (address != null && this.people.findByEmail(address).filter((other) -> !other.equals(person)).isPresent()) {
			throw Refusal.of("email", "accounts.emailTaken");
		}
		Changes changes = Changes.none()
			.note("name", person.getName(), name.given() + " " + name.family())
			.note("email", person.getEmail() != null, address != null);
		person.rename(name.given(), name.family());
		person.writeTo(address);
		this.events.publishEvent(new Noted("person.corrected", personId, null, person.getName(), changes));
	}

	/** Names a facilitator or an administrator. */
	public Account appoint(Person person, Role role) {
		Account account = open(person);
		Changes changes = Changes.none().note("role", account.getRole(), role);
		account.become(role);
		this.events.publishEvent(new Noted("account.appointed", person.getId(), null, person.getName(), changes));
		return account;
	}

	/** From the next request on, this person is out. */
	public void disable(UUID personId) {
		Account account = this.accounts.ofPerson(personId).orElseThrow(NotFound::new);
		if (account.getRole() == Role.ADMIN && !account.isDisabled() && this.accounts.workingAdministrators() == 1) {
			throw new Refusal("accounts.lastAdministrator");
		}
		account.disable(this.clock.instant());
		this.events.publishEvent(new Noted("account.disabled", personId, null, account.getPerson().getName()));
	}

	public void enable(UUID personId) {
		Account account = this.accounts.ofPerson(personId).orElseThrow(NotFound::new);
		account.enable();
		this.events.publishEvent(new Noted("account.enabled", personId, null, account.getPerson().getName()));
	}

	/** The account of this person, opened if there is none. */
	public Account open(Person person) {
		return this.accounts.ofPerson(person.getId()).orElseGet(() -> create(person));
	}

	private Account create(Person person) {
		return this.accounts.save(new Account(Ids.next(), person, null, this.clock.instant()));
	}

	/** A person's name in its two parts. */
	public record Name(String given, String family) {
	}

}
