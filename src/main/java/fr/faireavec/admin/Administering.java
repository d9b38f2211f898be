package fr.faireavec.admin;

import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.signin.Connections;
import fr.faireavec.signin.Inviting;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does to other people's accounts; what they may not do to their
 * own by mistake.
 */
@Component
@Transactional
public class Administering {

	private final AccountKeeping keeping;

	private final People people;

	private final Accounts accounts;

	private final Inviting inviting;

	private final Connections connections;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	Administering(AccountKeeping keeping, People people, Accounts accounts, Inviting inviting, Connections connections,
			OnceOnly onceOnly, ApplicationEventPublisher events) {
		this.keeping = keeping;
		this.people = people;
		this.accounts = accounts;
		this.inviting = inviting;
		this.connections = connections;
		this.onceOnly = onceOnly;
		this.events = events;
	}

	/**
	 * Registers somebody if need be, gives them a role, and tells them by a letter.
	 * @param key of the form: sent twice, one letter leaves
	 * @param answered whether they are whoever has this address here, once it was asked
	 * @throws Question when the address is somebody's of another name
	 */
	public Person appoint(UUID key, AccountKeeping.Name name, String email, @Nullable String answered, Role role) {
		Person person = this.keeping.register(name, email, answered);
		Account account = this.keeping.open(person);
		if (account.isDisabled()) {
			throw Refusal.of("email", "accounts.disabled", person.getName());
		}
		if (account.getRole() == Role.ADMIN && role != Role.ADMIN) {
			throw Refusal.of("role", "admin.role.already", person.getName());
		}
		if (account.getRole() != role) {
			this.keeping.appoint(person, role);
			this.inviting.invite(person.getId(), AppointedLetter.KIND,
					this.onceOnly.idOf(key, "appointment", person, role));
		}
		return person;
	}

	/**
	 * Corrects somebody's name or address.
	 * @throws Refusal for the viewer's own address, which takes both mailboxes to change
	 */
	public void correct(Viewer viewer, UUID personId, int version, AccountKeeping.Name name, @Nullable String email) {
		if (viewer.personId().equals(personId) && !Objects.equals(Person.normalised(email), at(personId).getEmail())) {
			throw Refusal.of("email", "admin.correct.own");
		}
		this.keeping.correct(personId, version, name, email);
	}

	/** Gives, changes or takes (null) a stored role; either ends their connections. */
	public void entrust(Viewer viewer, UUID key, UUID personId, int version, @Nullable Role role) {
		if (viewer.personId().equals(personId) && role != Role.ADMIN) {
			throw Refusal.of("role", "admin.role.own");
		}
		Role before = this.accounts.ofPerson(personId).map(Account::getRole).orElse(null);
		if (!this.keeping.entrust(personId, version, role)) {
			return;
		}
		if (role != null && before != Role.ADMIN) {
			this.inviting.invite(personId, AppointedLetter.KIND,
					this.onceOnly.idOf(key, "role", personId, version, role));
		}
	}

	/** Closes an account: every connection ends at once. */
	public void close(Viewer viewer, UUID personId) {
		if (viewer.personId().equals(personId)) {
			throw new Refusal("admin.close.own");
		}
		this.keeping.disable(personId);
	}

	public void reopen(UUID personId) {
		this.keeping.enable(personId);
	}

	/**
	 * Writes to somebody who never came, or forgot how to.
	 * @param key of the form: sent twice, one letter leaves
	 */
	public void invite(UUID key, UUID personId) {
		Person person = at(personId);
		if (person.getEmail() == null) {
			throw new Refusal("accounts.noEmail", person.getName());
		}
		if (this.accounts.ofPerson(personId).filter(Account::isDisabled).isPresent()) {
			throw new Refusal("accounts.disabled", person.getName());
		}
		if (this.onceOnly.isFirst(key, "invitation", personId)) {
			this.inviting.invite(personId, InvitedLetter.KIND, key);
			this.events.publishEvent(new Noted("account.invited", personId, null, person.getName()));
		}
	}

	/** Signs somebody out of every browser. */
	public void signOut(UUID personId) {
		this.connections.signOut(personId, at(personId).getName());
	}

	private Person at(UUID personId) {
		return this.people.findById(personId).filter((person) -> !person.isReunited()).orElseThrow(NotFound::new);
	}

}
