package fr.faireavec.privacy;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answered requests, and what each night forgot, are kept for a time too. */
@Component
class RightsExpiry implements Expiry {

	private final JdbcClient jdbc;

	RightsExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "privacy.requests";
	}

	@Override
	public int forget(Terms terms, int most) {
		this.jdbc.sql("DELETE FROM retention_run WHERE ran_at < :before")
			.param("before", Timestamp.from(terms.before(Keeping.RUNS)))
			.update();
		return this.jdbc.sql("""
				DELETE FROM erasure_request WHERE id IN
				  (SELECT id FROM erasure_request WHERE settled_at < :before LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(Keeping.REQUESTS)))
			.param("most", most)
			.update();
	}

}
