package fr.faireavec.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.KnownNames.KnownName;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Spellings.Name;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whom a request is about: by which names and addresses others know them, and in
 * which parcours they sat. Nothing is looked for elsewhere.
 */
@Component
class Subjects {

	private final List<PersonalDataHolder> holders;

	private final KnownNames known;

	private final ErasureRequests requests;

	private final JdbcClient jdbc;

	private final Clock clock;

	Subjects(List<PersonalDataHolder> holders, KnownNames known, ErasureRequests requests, JdbcClient jdbc,
			Clock clock) {
		this.holders = List.copyOf(holders);
		this.known = known;
		this.requests = requests;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Subject of(UUID personId) {
		Optional<UUID> account = this.jdbc
			.sql("SELECT a.id FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = :person")
			.param("person", personId)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
			.optional()
			.orElseThrow(NotFound::new);
		Instant asked = this.requests.openOf(personId).map(ErasureRequest::getAskedAt).orElseGet(this.clock::instant);
		List<KnownName> all = this.known.of(personId);
		Subject subject = new Subject(personId, account.orElse(null), names(all, (name) -> name.isKnown(asked)),
				names(all, (name) -> true), new HashSet<>(this.known.addresses(personId)), Set.of());
		return subject.seatedIn(seats(subject));
	}

	/** The same, by the names that somebody else gave or confirmed alone. */
	Subject vouched(Subject subject) {
		Set<Name> vouched = names(this.known.of(subject.personId()), KnownName::vouched);
		return new Subject(subject.personId(), subject.accountId(), vouched, subject.allNames(), subject.addresses(),
				subject.seats());
	}

	private Set<UUID> seats(Subject subject) {
		return new HashSet<>(this.jdbc.sql(PersonalDataHolder.seats(this.holders))
			.params(PersonalRecords.parameters(subject, Instant.EPOCH))
			.query((row, number) -> row.getObject(1, UUID.class))
			.list());
	}

	private static Set<Name> names(List<KnownName> all, Predicate<KnownName> which) {
		return all.stream().filter(which).map(KnownName::name).collect(Collectors.toSet());
	}

}
