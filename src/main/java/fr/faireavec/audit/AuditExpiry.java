package fr.faireavec.audit;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what is kept for its term, and then no longer. */
@Component
class AuditExpiry implements Expiry {

	private final JdbcClient jdbc;

	AuditExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "audit.rows";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("SELECT forget_audit(:before, :most)")
			.param("before", Timestamp.from(terms.before(terms.audit())))
			.param("most", most)
			.query(Integer.class)
			.single();
	}

}
