package fr.faireavec.parcours;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.signin.Seating;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever sat in a parcours, today, later or long ago, by running it, by a mandate, by
 * reading it, or by anything they did there: their own file tells of it still, whatever
 * became of the seat. Each room says what it knows; only those who run a parcours see it.
 */
@Component
class EverSeating implements Seating {

	private final List<PersonalDataHolder> rooms;

	private final KnownNames known;

	private final JdbcClient jdbc;

	private final Clock clock;

	EverSeating(List<PersonalDataHolder> rooms, KnownNames known, JdbcClient jdbc, Clock clock) {
		this.rooms = List.copyOf(rooms);
		this.known = known;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean beyond(Viewer giver, UUID personId) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM (%s) AS sat (parcours_id) WHERE NOT EXISTS (SELECT FROM parcours_facilitator f
					  WHERE f.parcours_id = sat.parcours_id AND f.person_id = :giver))
					"""
				.formatted(PersonalDataHolder.seats(this.rooms)))
			.params(PersonalRecords.parameters(subject(personId), Instant.EPOCH))
			.param("giver", giver.personId())
			.query(Boolean.class)
			.single();
	}

	private Subject subject(UUID personId) {
		Set<Spellings.Name> names = this.known.of(personId)
			.stream()
			.filter((name) -> name.isKnown(this.clock.instant()))
			.map(KnownNames.KnownName::name)
			.collect(Collectors.toSet());
		return new Subject(personId, null, names, names, Set.of(), Set.of());
	}

}
