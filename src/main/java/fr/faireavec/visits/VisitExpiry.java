package fr.faireavec.visits;

import java.sql.Timestamp;
import java.time.Duration;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever comes back after a season reads the journal itself. */
@Component
class VisitExpiry implements Expiry {

	private static final Duration LIFETIME = Duration.ofDays(90);

	private final JdbcClient jdbc;

	VisitExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "visits.journals";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("""
				DELETE FROM journal_visit WHERE (person_id, parcours_id) IN (
				  SELECT person_id, parcours_id FROM journal_visit WHERE last_at < :before LIMIT :most)""")
			.param("before", Timestamp.from(terms.now().minus(LIFETIME)))
			.param("most", most)
			.update();
	}

}
