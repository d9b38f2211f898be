package fr.faireavec.signin;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in for the first time: by a letter, or by a link somebody hands them. */
@Component
@Transactional
public class Inviting {

	private final People people;

	private final AccountKeeping keeping;

	private final AccessLinks links;

	private final Outbox outbox;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Inviting(People people, AccountKeeping keeping, AccessLinks links, Outbox outbox, PasswordEncoder passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.keeping = keeping;
		this.links = links;
		this.outbox = outbox;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Tells a person what they were just given (a mandate, a role, a reading), by a
	 * letter of this kind. Somebody who never came in finds an invitation's token in it:
	 * the letter's secret, for /invitation/{token}; others have none and sign in as
	 * usual. Without an address nothing is sent.
	 */
	public void invite(UUID personId, String kind, UUID subjectId) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		if (person.getEmail() == null) {
			return;
		}
		Account account = this.keeping.open(person);
		Posting posting = Posting.of(kind, personId, subjectId);
		this.outbox.post((account.hasPassword() || account.isDisabled()) ? posting : posting.with(issue(account)));
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
		Account account = this.keeping.open(person);
		if (account.isDisabled()) {
			throw new Refusal("accounts.disabled", person.getName());
		}
		this.links.dropUnused(account);
		String token = issue(account);
		this.events.publishEvent(new Noted("account.linkIssued", personId, null, person.getName()));
		return token;
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
		this.keeping.open(person).choosePassword(encode(password));
	}

	private String issue(Account account) {
		Token token = Token.draw();
		this.links.save(new AccessLink(Ids.next(), account, token.hash(), this.clock.instant()));
		return token.value();
	}

	private AccessLink usable(String token) {
		return this.links.withHash(new Token(token).hash())
			.filter((link) -> link.isUsable(this.clock.instant()))
			.orElseThrow(NotFound::new);
	}

	private String encode(String password) {
		String hash = this.passwords.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("no password");
		}
		return hash;
	}

}
