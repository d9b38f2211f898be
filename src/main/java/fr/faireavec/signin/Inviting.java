package fr.faireavec.signin;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Noted;
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

	private final Invitations invitations;

	private final Outbox outbox;

	private final ChangedLetter changed;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Inviting(People people, AccountKeeping keeping, Invitations invitations, Outbox outbox, ChangedLetter changed,
			Accounts accounts, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.keeping = keeping;
		this.invitations = invitations;
		this.outbox = outbox;
		this.changed = changed;
		this.accounts = accounts;
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
		invite(personId, Posting.of(kind, personId, subjectId));
	}

	/**
	 * The same told another time, to another address.
	 * @param mark tells this time from the others
	 */
	public void inviteAgain(UUID personId, String kind, UUID subjectId, String mark) {
		invite(personId, Posting.of(kind, personId, subjectId).apart(mark));
	}

	private void invite(UUID personId, Posting posting) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		if (person.getEmail() == null) {
			return;
		}
		Account account = this.keeping.open(person);
		this.accounts.flush();
		this.outbox.post((account.hasComeIn() || account.isDisabled()) ? posting
				: posting.with(this.invitations.issue(account.getId(), false)));
	}

	/**
	 * A one-time link's token to pass on to this person, whose account is opened if need
	 * be: it lets in once, and sets nothing up. Earlier ones work until one is accepted.
	 * Whoever has come in before is told.
	 * @throws Refusal without an e-mail address to sign in with
	 */
	public String issueLink(UUID personId) {
		return issue(personId, true);
	}

	/**
	 * The same for whoever holds this installation: nobody passes it on, and it may set
	 * up how they come in, with no mail yet.
	 */
	String issueFirstLink(UUID personId) {
		return issue(personId, false);
	}

	private String issue(UUID personId, boolean handed) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		if (person.getEmail() == null) {
			throw new Refusal("accounts.noEmail", person.getName());
		}
		Account account = this.keeping.open(person);
		if (account.isDisabled()) {
			throw new Refusal("accounts.disabled", person.getName());
		}
		this.accounts.flush();
		String token = this.invitations.issue(account.getId(), handed);
		if (account.hasComeIn()) {
			this.changed.post(personId, account.getId(), ChangedLetter.LINK_ISSUED, null);
		}
		this.events.publishEvent(new Noted("account.linkIssued", personId, null, person.getName()));
		return token;
	}

	/** Sets a password without a link: for the demo's and the tests' people. */
	public void givePassword(Person person, String password) {
		Account account = this.keeping.open(person);
		account.choosePassword(PasswordCheck.encoded(this.passwords, password));
		account.comeIn(this.clock.instant());
		account.getPerson().proveEmail(this.clock.instant());
	}

}
