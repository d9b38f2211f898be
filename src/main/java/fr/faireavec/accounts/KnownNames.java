package fr.faireavec.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Spellings.Name;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names and addresses somebody had here, today's and former ones: texts written then
 * still say them. A name that somebody else gave or confirmed is known; one a person gave
 * themselves is, once they carried it long enough for others to write it.
 */
@Component
@Transactional
public class KnownNames {

	/** How long a name one gave oneself is carried before others are taken to know it. */
	public static final Duration CARRIED = Duration.ofDays(30);

	/**
	 * How many names somebody gave themselves, and dropped before they counted, are
	 * remembered.
	 */
	public static final int DROPPED = 10;

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final Clock clock;

	KnownNames(JdbcClient jdbc, CurrentActor actor, Clock clock) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * Notes a name that somebody has from now on. One that counts always will: taken
	 * again and dropped at once, it was carried long all the same.
	 */
	void called(UUID personId, String given, String family) {
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc.sql("""
				UPDATE known_name SET until = greatest(since, :now)
				WHERE person_id = :person AND until IS NULL AND (given_name, family_name) <> (:given, :family)""")
			.param("now", now)
			.param("person", personId)
			.param("given", given)
			.param("family", family)
			.update();
		this.jdbc.sql("""
				INSERT INTO known_name (person_id, given_name, family_name, since, vouched)
				VALUES (:person, :given, :family, :now, :vouched)
				ON CONFLICT (person_id, given_name, family_name) DO UPDATE
				SET until = NULL, vouched = known_name.vouched OR excluded.vouched,
				  since = CASE WHEN known_name.until >= known_name.since + make_interval(hours => :carried)
				    THEN known_name.since ELSE excluded.since END
				WHERE known_name.until IS NOT NULL""")
			.param("person", personId)
			.param("given", given)
			.param("family", family)
			.param("now", now)
			.param("carried", (int) CARRIED.toHours())
			.param("vouched", !personId.equals(this.actor.personId()))
			.update();
		this.jdbc.sql("""
				DELETE FROM known_name WHERE person_id = :person AND (given_name, family_name) IN (
				  SELECT given_name, family_name FROM known_name
				  WHERE person_id = :person AND NOT vouched AND until < since + make_interval(hours => :carried)
				  ORDER BY until DESC, since DESC, given_name, family_name OFFSET :dropped)""")
			.param("person", personId)
			.param("carried", (int) CARRIED.toHours())
			.param("dropped", DROPPED)
			.update();
	}

	/** Notes an address that somebody has from now on. */
	void writtenTo(UUID personId, @Nullable String address) {
		if (address != null) {
			this.jdbc.sql("""
					INSERT INTO known_address (person_id, address, since) VALUES (:person, lower(:address), :now)
					ON CONFLICT DO NOTHING""")
				.param("person", personId)
				.param("address", address)
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
		}
	}

	/** Somebody who knows them says that they are, or were, called so indeed. */
	public void vouch(UUID personId, Name name) {
		this.jdbc.sql("""
				UPDATE known_name SET vouched = true
				WHERE person_id = :person AND (given_name, family_name) = (:given, :family)""")
			.param("person", personId)
			.param("given", name.given())
			.param("family", name.family())
			.update();
	}

	/** Every name of somebody, the newest first; none once they are erased. */
	@Transactional(readOnly = true)
	public List<KnownName> of(UUID personId) {
		return of(List.of(personId)).getOrDefault(personId, List.of());
	}

	/** The same of several people at once. */
	@Transactional(readOnly = true)
	public Map<UUID, List<KnownName>> of(Collection<UUID> people) {
		if (people.isEmpty()) {
			return Map.of();
		}
		Map<UUID, List<KnownName>> names = new HashMap<>();
		this.jdbc.sql("""
				SELECT p.id, p.given_name, p.family_name, coalesce(k.since, p.created_at) AS since, k.until,
				       coalesce(k.vouched, true) AS vouched
				FROM person p LEFT JOIN known_name k ON k.person_id = p.id
				  AND (k.given_name, k.family_name) = (p.given_name, p.family_name)
				WHERE p.id IN (:people) AND p.erased_at IS NULL
				UNION
				SELECT p.id, k.given_name, k.family_name, k.since, k.until, k.vouched
				FROM known_name k JOIN person p ON p.id = k.person_id
				WHERE k.person_id IN (:people) AND p.erased_at IS NULL
				ORDER BY since DESC, given_name, family_name""")
			.param("people", people)
			.query((row, number) -> names.computeIfAbsent(row.getObject("id", UUID.class), (id) -> new ArrayList<>())
				.add(name(row)))
			.list();
		return names;
	}

	private static KnownName name(ResultSet row) throws SQLException {
		Timestamp until = row.getTimestamp("until");
		return new KnownName(new Name(row.getString("given_name"), row.getString("family_name")),
				row.getTimestamp("since").toInstant(), (until != null) ? until.toInstant() : null,
				row.getBoolean("vouched"));
	}

	/**
	 * Everybody whose name is of their own giving, and too new to count, with since when
	 * they have it.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Instant> selfNamed() {
		Map<UUID, Instant> since = new HashMap<>();
		this.jdbc.sql("""
				SELECT n.person_id, n.since FROM known_name n JOIN person p ON p.id = n.person_id
				  AND (n.given_name, n.family_name) = (p.given_name, p.family_name)
				WHERE NOT n.vouched AND n.since > :carried""")
			.param("carried", Timestamp.from(this.clock.instant().minus(CARRIED)))
			.query((row) -> {
				since.put(row.getObject("person_id", UUID.class), row.getTimestamp("since").toInstant());
			});
		return since;
	}

	/** Those of these people. */
	@Transactional(readOnly = true)
	public Map<UUID, Instant> selfNamed(Collection<UUID> people) {
		if (people.isEmpty()) {
			return Map.of();
		}
		Map<UUID, Instant> since = selfNamed();
		since.keySet().retainAll(people);
		return since;
	}

	/** Every address of somebody, in lower case, but those that are now another's. */
	@Transactional(readOnly = true)
	public List<String> addresses(UUID personId) {
		return this.jdbc.sql("""
				SELECT lower(email) FROM person WHERE id = :person AND email IS NOT NULL
				UNION
				SELECT k.address FROM known_address k WHERE k.person_id = :person
				  AND NOT EXISTS (SELECT 1 FROM person o WHERE lower(o.email) = k.address AND o.id <> :person)""")
			.param("person", personId)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Other people here who share a given or a family name with somebody. */
	@Transactional(readOnly = true)
	public List<Name> namesakes(UUID personId) {
		return this.jdbc.sql("""
				SELECT DISTINCT o.given_name, o.family_name FROM person o JOIN (
				    SELECT given_name, family_name FROM known_name WHERE person_id = :person
				    UNION SELECT given_name, family_name FROM person WHERE id = :person) k
				  ON plain_text(o.family_name) = plain_text(k.family_name)
				  OR plain_text(o.given_name) = plain_text(k.given_name)
				WHERE o.id <> :person AND o.erased_at IS NULL AND o.reunited_with IS NULL""")
			.param("person", personId)
			.query((row, number) -> new Name(row.getString("given_name"), row.getString("family_name")))
			.list();
	}

	/**
	 * A name somebody has or had.
	 *
	 * @param until null while they have it
	 * @param vouched somebody else gave or confirmed it
	 */
	public record KnownName(Name name, Instant since, @Nullable Instant until, boolean vouched) {

		/** Whether others may have written it by that moment. */
		public boolean isKnown(Instant moment) {
			Instant end = (this.until != null && this.until.isBefore(moment)) ? this.until : moment;
			return this.vouched || !this.since.plus(CARRIED).isAfter(end);
		}

	}

}
