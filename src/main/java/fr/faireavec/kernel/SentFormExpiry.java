package fr.faireavec.kernel;

import java.sql.Timestamp;
import java.time.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A form left open in a browser comes back within a year, or never. */
@Component
class SentFormExpiry implements Expiry {

	private static final Period TERM = Period.ofYears(1);

	private final JdbcClient jdbc;

	SentFormExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "kernel.forms";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("""
				DELETE FROM sent_form WHERE (key, fingerprint) IN (
				  SELECT key, fingerprint FROM sent_form WHERE sent_at < :before ORDER BY sent_at LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(TERM)))
			.param("most", most)
			.update();
	}

}
