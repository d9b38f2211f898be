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
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts, hands out the one-time links, takes the passwords people choose. */
@Component
@Transactional
public class AccountKeeping {

	private final People people;

	private final Accounts accounts;

	private final AccessLinks links;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountKeeping(People people, Accounts accounts, AccessLinks links, PasswordEncoder passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.links = links;
		this.passwords = passwords;
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
		Account account = this.accounts.ofPerson(person.getId()).orElseGet(() -> open(person));
		Changes changes = Changes.none().note("role", account.getRole(), role);
		account.become(role);
		this.events.publishEvent(new Noted("account.appointed", person.getId(), null, person.getName(), changes));
		return account;
	}

	/**
	 * A one-time link's token for this person, whose account is opened if need be.
	 * Earlier unused ones stop working.
	 * @throws Refusal without an e-mail address to sign in with
	 */
	public String issueLink(UUID personId) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		if (person.getEmail() == null) {
			throw new Refusal("accounts.noEmail", person.getName());
		}
		Account account = this.accounts.ofPerson(personId).orElseGet(() -> open(person));
		if (account.isDisabled()) {
			throw new Refusal("accounts.disabled", person.getName());
		}
		this.links.dropUnused(account);
		Token token = Token.draw();
		this.links.save(new AccessLink(Ids.next(), account, token.hash(), this.clock.instant()));
		this.events.publishEvent(new Noted("account.linkIssued", personId, null, person.getName()));
		return token.value();
	}

	/** Whose link this is, while it can still be used. */
	@Transactional(readOnly = true)
	public Person bearer(String token) {
		return usable(token).account().getPerson();
	}

	/** Uses the link up and sets the password. */
	public Person choosePassword(String token, String password) {
		AccessLink link = usable(token);
		link.use(this.clock.instant());
		Account account = link.account();
		account.choosePassword(encode(password));
		Person person = account.getPerson();
		this.events.publishEvent(new Noted("account.passwordChosen", person.getId(), null, person.getName()));
		return person;
	}

	/** Sets a password without a link: for the demo's and the tests' people. */
	public void givePassword(Person person, String password) {
		this.accounts.ofPerson(person.getId()).orElseGet(() -> open(person)).choosePassword(encode(password));
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

	private AccessLink usable(String token) {
		return this.links.withHash(new Token(token).hash())
			.filter((link) -> link.isUsable(this.clock.instant()))
			.orElseThrow(NotFound::new);
	}

	private Account open(Person person) {
		return this.accounts.save(new Account(Ids.next(), person, null, this.clock.instant()));
	}

	private String encode(String password) {
		String hash = this.passwords.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("no password");
		}
		return hash;
	}

	/** A person's name in its two parts. */
	public record Name(String given, String family) {
	}

}
