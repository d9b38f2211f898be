package fr.faireavec.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Spellings;
import fr.faireavec.kernel.Zones;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says who people are to whoever picks one of them, or hears of one: a name alone may be
 * borrowed, an address is its owner's.
 */
@Component
public class Introductions {

	private final KnownNames names;

	private final MessageSource messages;

	private final FrenchFormat french;

	Introductions(KnownNames names, MessageSource messages, FrenchFormat french) {
		this.names = names;
		this.messages = messages;
		this.french = french;
	}

	/** Name, address, and since when the name is of their own giving, if that is new. */
	public String of(Person person) {
		return Objects.requireNonNull(of(List.of(person)).get(person.getId()));
	}

	/** The same of several people at once. */
	public Map<UUID, String> of(Collection<Person> people) {
		Map<UUID, Instant> selfNamed = this.names.selfNamed(people.stream().map(Person::getId).toList());
		return people.stream()
			.distinct()
			.collect(Collectors.toUnmodifiableMap(Person::getId,
					(person) -> introduced(person, selfNamed.get(person.getId()))));
	}

	/**
	 * For those who know each other: their names, and an address only where two would
	 * read alike.
	 */
	public Map<UUID, String> apart(Collection<Person> people) {
		List<Person> all = people.stream().distinct().toList();
		Map<String, Long> alike = all.stream()
			.collect(Collectors.groupingBy(Introductions::read, Collectors.counting()));
		return all.stream()
			.collect(Collectors.toUnmodifiableMap(Person::getId,
					(person) -> Long.valueOf(1).equals(alike.get(read(person))) ? person.getName()
							: introduced(person, null)));
	}

	private static String read(Person person) {
		return Spellings.plain(person.getName());
	}

	private String introduced(Person person, @Nullable Instant selfNamed) {
		List<String> more = new ArrayList<>();
		if (person.getEmail() != null) {
			more.add(person.getEmail());
		}
		if (selfNamed != null) {
			more.add(this.messages.getMessage("accounts.selfNamed",
					new Object[] { this.french.date(LocalDate.ofInstant(selfNamed, Zones.PARIS)) }, Locale.FRENCH));
		}
		return more.isEmpty() ? person.getName() : person.getName() + " (" + String.join(", ", more) + ")";
	}

}
