package fr.faireavec.availability;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People say what they can never do. It is their own affair: no history of it is kept.
 */
@Component
@Transactional
public class AvailabilitySaying {

	private final JdbcClient jdbc;

	private final Clock clock;

	AvailabilitySaying(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * From now on this person can never do these things, and can do all others.
	 * @param codes those of {@link StandingConstraint#code()}
	 * @throws Refusal when one is none
	 */
	public void say(UUID personId, Collection<String> codes) {
		Set<String> never = codes.stream()
			.map((code) -> StandingConstraint.of(code)
				.orElseThrow(() -> Refusal.of("never", "availability.unknown"))
				.code())
			.collect(Collectors.toSet());
		this.jdbc.sql("DELETE FROM standing_constraint WHERE person_id = :person AND never <> ALL (:never)")
			.param("person", personId)
			.param("never", never.toArray(String[]::new))
			.update();
		for (String code : never) {
			this.jdbc.sql("""
					INSERT INTO standing_constraint (person_id, never, said_at) VALUES (:person, :never, :now)
					ON CONFLICT DO NOTHING
					""")
				.param("person", personId)
				.param("never", code)
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
		}
	}

}
