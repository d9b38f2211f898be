package fr.faireavec.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.KnownNames.KnownName;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Spellings.Name;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whose an address is that somebody types for somebody: an address is not a person,
 * and two may have had one.
 */
@Component
@Transactional(readOnly = true)
public class AddressBook {

	private final People people;

	private final Accounts accounts;

	private final KnownNames known;

	private final List<Acquaintance> acquaintances;

	private final CurrentActor actor;

	private final Clock clock;

	AddressBook(People people, Accounts accounts, KnownNames known, List<Acquaintance> acquaintances,
			CurrentActor actor, Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.known = known;
		this.acquaintances = List.copyOf(acquaintances);
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * Each of these addresses that somebody has here, and whose it is: in one statement
	 * where everybody is called as they are known, in a few more otherwise.
	 */
	public Map<String, Whose> whose(Collection<Named> named) {
		List<Person> found = this.people.findByEmailIn(named.stream().map(Named::address).distinct().toList());
		List<UUID> doubtful = found.stream()
			.filter((person) -> named.stream().anyMatch((one) -> one.doubts(person)))
			.map(Person::getId)
			.toList();
		Map<UUID, List<KnownName>> former = this.known.of(doubtful);
		Set<UUID> seen = seen(doubtful);
		return found.stream()
			.map((person) -> new Whose(person.getId(), String.valueOf(person.getEmail()),
					called(person, former.getOrDefault(person.getId(), List.of())),
					seen.contains(person.getId()) ? person.getName() : null))
			.collect(Collectors.toMap(Whose::address, Function.identity()));
	}

	private List<Name> called(Person person, List<KnownName> former) {
		List<Name> names = new ArrayList<>(List.of(current(person)));
		former.stream().filter((name) -> name.isKnown(this.clock.instant())).map(KnownName::name).forEach(names::add);
		return names;
	}

	private static Name current(Person person) {
		return new Name(person.getGivenName(), person.getFamilyName());
	}

	private Set<UUID> seen(List<UUID> people) {
		Optional<Viewer> viewer = people.isEmpty() ? Optional.empty() : viewer().filter(Viewer::isStaff);
		if (viewer.isEmpty()) {
			return Set.of();
		}
		if (viewer.get().isAdministrator()) {
			return Set.copyOf(people);
		}
		Set<UUID> seen = new HashSet<>(Set.of(viewer.get().personId()));
		this.acquaintances.forEach((one) -> seen.addAll(one.known(viewer.get(), people)));
		return seen;
	}

	/** Somebody as they are typed: a name, and an address in lower case. */
	public record Named(Name name, String address) {

		/** Whether this is their address, under another name than today's. */
		boolean doubts(Person person) {
			return this.address.equals(person.getEmail()) && !this.name.isSame(current(person));
		}

	}

	private Optional<Viewer> viewer() {
		return Optional.ofNullable(this.actor.personId())
			.flatMap(this.accounts::ofPerson)
			.filter((account) -> !account.isDisabled())
			.map(Account::viewer);
	}

}
