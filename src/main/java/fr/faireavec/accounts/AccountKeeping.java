package fr.faireavec.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.WaysInChanged.Reason;
import fr.faireavec.audit.Noted;
import fr.faireavec.audit.Changes;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.Spellings;
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

	private final KnownNames known;

	private final AddressBook addresses;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountKeeping(People people, Accounts accounts, KnownNames known, AddressBook addresses, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.known = known;
		this.addresses = addresses;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The person with this address, or a new one. A known person keeps the name they
	 * have: correcting it is an act of its own.
	 * @throws Question when that person is known by another name
	 */
	public Person register(Name name, @Nullable String email) {
		return register(name, email, null);
	}

	/**
	 * The same, once it is answered whether they are one.
	 * @param answered to the question; null or whatever else when it was not asked yet
	 */
	public Person register(Name name, @Nullable String email, @Nullable String answered) {
		return register(name, email, answered, null);
	}

	/** The same, and where a new one is called; a known one keeps what they said. */
	public Person register(Name name, @Nullable String email, @Nullable String answered, @Nullable String telephone) {
		String address = Person.normalised(email);
		if (address != null) {
			var known = this.people.findByEmail(address);
			if (known.isPresent()) {
				Spellings.Name typed = new Spellings.Name(name.given(), name.family());
				Optional.ofNullable(this.addresses.whose(List.of(new AddressBook.Named(typed, address))).get(address))
					.ifPresent((whose) -> whose.require(typed, answered));
				return known.get();
			}
		}
		Person fresh = new Person(Ids.next(), name.given(), name.family(), address, this.clock.instant());
		fresh.callAt(telephone);
		Person person = this.people.saveAndFlush(fresh);
		note(person);
		this.events.publishEvent(new Noted("person.registered", person.getId(), null, person.getName()));
		return person;
	}

	/**
	 * Corrects a person's name or address. What was sent to another address opens nothing
	 * any more; nor does what was set up to come in with, unless they correct it
	 * themselves: it belongs to whoever read the former mailbox.
	 * @throws Refusal when somebody else has it, it is taken from the last administrator,
	 * or the person was erased
	 */
	public void correct(UUID personId, int version, Name name, @Nullable String email) {
		Person person = standing(personId);
		write(person, version, name, email, person.getTelephone(), person.isShowsAddress());
	}

	/** The same, and where they are called. */
	public void correct(UUID personId, int version, Name name, @Nullable String email, @Nullable String telephone) {
		Person person = standing(personId);
		write(person, version, name, email, telephone, person.isShowsAddress());
	}

	/**
	 * What somebody says of themselves from now on; their address stays, whatever it is.
	 * @param showsAddress to the others of their parcours
	 */
	public void present(UUID personId, int version, Name name, @Nullable String telephone, boolean showsAddress) {
		Person person = standing(personId);
		write(person, version, name, person.getEmail(), telephone, showsAddress);
	}

	private void write(Person person, int version, Name name, @Nullable String email, @Nullable String telephone,
			boolean showsAddress) {
		UUID personId = person.getId();
		if (person.isErased()) {
			throw new Refusal("accounts.erased");
		}
		person.requireVersion(version);
		String address = Person.normalised(email);
		if (address != null && this.people.findByEmail(address).filter((other) -> !other.equals(person)).isPresent()) {
			throw Refusal.of("email", "accounts.emailTaken");
		}
		String before = person.getEmail();
		if (address == null && before != null) {
			this.accounts.ofPerson(personId)
				.ifPresent((account) -> requireAnotherAdministrator(account, false, "email",
						"accounts.lastAdministrator.address"));
		}
		String called = person.getName();
		String number = person.getTelephone();
		boolean shown = person.isShowsAddress();
		person.rename(name.given(), name.family());
		person.writeTo(address);
		person.callAt(telephone);
		person.showAddress(showsAddress);
		Changes changes = Changes.none()
			.note("name", called, person.getName())
			.note("email", before, address)
			.note("telephone", number, person.getTelephone())
			.note("showsAddress", shown, showsAddress);
		note(person);
		this.events.publishEvent(new Noted("person.corrected", personId, null, person.getName(), changes));
		if (!Objects.equals(before, address)) {
			this.events.publishEvent(new WaysInChanged(personId, Reason.ADDRESS_CORRECTED, before,
					!personId.equals(this.actor.personId())));
		}
	}

	/**
	 * Writes to somebody at another address from now on, once both have agreed.
	 * @throws Refusal when somebody else has it by now
	 */
	public void moveTo(UUID personId, String email) {
		Person person = standing(personId);
		String address = Person.normalised(email);
		if (address == null || this.people.findByEmail(address).isPresent()) {
			throw new Refusal("accounts.addressTaken");
		}
		String before = person.getEmail();
		person.writeTo(address);
		person.proveEmail(this.clock.instant());
		note(person);
		this.events.publishEvent(new Noted("person.addressMoved", personId, null, person.getName(),
				Changes.none().note("email", before, address)));
		this.events.publishEvent(new WaysInChanged(personId, Reason.ADDRESS_CONFIRMED, before, false));
	}

	/**
	 * Names a facilitator or an administrator. With a first role, what they had set up to
	 * come in with counts no more: it was shown to open less.
	 */
	public Account appoint(Person person, Role role) {
		Account account = open(person);
		requireAnotherAdministrator(account, role == Role.ADMIN);
		Role before = account.getRole();
		Changes changes = Changes.none().note("role", before, role);
		account.become(role);
		this.events.publishEvent(new Noted("account.appointed", person.getId(), null, person.getName(), changes));
		if (before != role) {
			this.events.publishEvent(new WaysInChanged(person.getId(),
					(before == Role.ADMIN) ? Reason.ROLE_TAKEN : Reason.ROLE_GIVEN, null, before == null));
		}
		return account;
	}

	/**
	 * Gives a stored role, changes it, or takes it away (null): what mandates and
	 * readings give stays.
	 * @return whether it is another role than before
	 * @throws Refusal for the last administrator, or without an address to sign in with
	 */
	public boolean entrust(UUID personId, int version, @Nullable Role role) {
		Person person = standing(personId);
		Role before = this.accounts.ofPerson(personId).map(Account::getRole).orElse(null);
		this.accounts.ofPerson(personId).ifPresent((account) -> account.requireVersion(version));
		if (before == role) {
			return false;
		}
		if (role != null) {
			if (person.getEmail() == null) {
				throw Refusal.of("role", "accounts.noEmail", person.getName());
			}
			this.accounts.saveAndFlush(appoint(person, role));
			return true;
		}
		Account account = open(person);
		requireAnotherAdministrator(account, false);
		account.become(null);
		this.accounts.saveAndFlush(account);
		this.events.publishEvent(new RoleTaken(person, before));
		this.events.publishEvent(new WaysInChanged(personId, Reason.ROLE_TAKEN));
		return true;
	}

	/**
	 * Of two sheets of one person, one goes on. It takes the address of the other if it
	 * has none, and the role of its account if that is the higher; the account goes. What
	 * else points to the other was given before ({@link SheetHolder}).
	 */
	public void reunite(UUID givenId, UUID keptId) {
		Person given = this.people.findById(givenId).orElseThrow(NotFound::new);
		Person kept = this.people.findById(keptId).orElseThrow(NotFound::new);
		String address = given.getEmail();
		String telephone = given.getTelephone();
		given.reuniteWith(kept, this.clock.instant());
		this.people.flush();
		if (kept.getTelephone() == null) {
			kept.callAt(telephone);
		}
		if (kept.getEmail() == null) {
			kept.writeTo(address);
			this.people.flush();
			if (address != null) {
				this.events.publishEvent(new WaysInChanged(keptId, Reason.ADDRESS_CORRECTED, null, true));
			}
		}
		this.accounts.ofPerson(givenId).ifPresent((account) -> {
			Account staying = this.accounts.ofPerson(keptId).orElseGet(() -> likeIt(account, kept));
			Role role = account.isDisabled() ? null : account.getRole();
			Optional.ofNullable(account.getAcceptedAt()).ifPresent(staying::comeIn);
			this.accounts.saveAndFlush(staying);
			if (role == Role.ADMIN || (role != null && staying.getRole() == null)) {
				appoint(kept, role);
			}
			this.accounts.delete(account);
			this.accounts.flush();
		});
	}

	/**
	 * An account of their own, closed if that one is; nobody comes in by what opened that
	 * one.
	 */
	private Account likeIt(Account account, Person person) {
		Account another = create(person);
		if (account.isDisabled()) {
			another.disable(this.clock.instant());
		}
		return another;
	}

	/** From the next request on, this person is out. */
	public void disable(UUID personId) {
		Account account = this.accounts.ofPerson(personId).orElseThrow(NotFound::new);
		requireAnotherAdministrator(account, false);
		account.disable(this.clock.instant());
		this.events.publishEvent(new Noted("account.disabled", personId, null, account.getPerson().getName()));
		this.events.publishEvent(new WaysInChanged(personId, Reason.CLOSED));
	}

	public void enable(UUID personId) {
		Account account = this.accounts.ofPerson(personId).orElseThrow(NotFound::new);
		account.enable();
		this.events.publishEvent(new Noted("account.enabled", personId, null, account.getPerson().getName()));
		this.events.publishEvent(new WaysInChanged(personId, Reason.REOPENED));
	}

	/**
	 * The account of this person, opened if there is none.
	 * @throws NotFound for a sheet in whose place another goes on
	 */
	public Account open(Person person) {
		if (person.isReunited()) {
			throw new NotFound();
		}
		return this.accounts.ofPerson(person.getId()).orElseGet(() -> create(person));
	}

	/** Nothing is written on a sheet in whose place another goes on. */
	private Person standing(UUID personId) {
		return this.people.findById(personId).filter((person) -> !person.isReunited()).orElseThrow(NotFound::new);
	}

	/**
	 * Two administrators who dismiss each other at once: the second one waits, and stays.
	 */
	private void requireAnotherAdministrator(Account account, boolean stays) {
		requireAnotherAdministrator(account, stays, "role", "accounts.lastAdministrator");
	}

	private void requireAnotherAdministrator(Account account, boolean stays, String field, String why) {
		if (account.getRole() == Role.ADMIN && !account.isDisabled() && !stays
				&& this.accounts.heldAdministrators().stream().allMatch(account::equals)) {
			throw Refusal.of(field, why);
		}
	}

	/**
	 * What they are called and written to from now on, for the day they ask to be
	 * forgotten.
	 */
	private void note(Person person) {
		this.known.called(person.getId(), person.getGivenName(), person.getFamilyName());
		this.known.writtenTo(person.getId(), person.getEmail());
	}

	private Account create(Person person) {
		return this.accounts.save(new Account(Ids.next(), person, null, this.clock.instant()));
	}

	/** A person's name in its two parts. */
	public record Name(String given, String family) {
	}

}
