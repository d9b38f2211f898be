package fr.faireavec.exchanges;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters tell what was said in the last week: after a month, until when somebody read it
 * is of no use.
 */
@Component
class MarkExpiry implements Expiry {

	private static final Duration LIFETIME = Duration.ofDays(30);

	private final JdbcClient jdbc;

	MarkExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "exchanges.marks";
	}

	@Override
	public int forget(Terms terms, int most) {
		int forgotten = 0;
		for (String sql : List.of("""
				DELETE FROM comment_reading WHERE (person_id, action_id) IN (
				  SELECT person_id, action_id FROM comment_reading WHERE read_at < :before LIMIT :most)""", """
				DELETE FROM comment_digest WHERE person_id IN (
				  SELECT person_id FROM comment_digest WHERE told_at < :before LIMIT :most)""")) {
			forgotten += this.jdbc.sql(sql)
				.param("before", Timestamp.from(terms.now().minus(LIFETIME)))
				.param("most", most)
				.update();
		}
		return forgotten;
	}

}
