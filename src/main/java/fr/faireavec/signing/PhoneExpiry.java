package fr.faireavec.signing;

import java.sql.Timestamp;
import java.time.Period;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A phone that signed is known again that day, and forgotten the day after. */
@Component
class PhoneExpiry implements Expiry {

	private static final Period DAY = Period.ofDays(1);

	private final JdbcClient jdbc;

	PhoneExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "signing.phones";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc
			.sql("""
					DELETE FROM room_phone WHERE id IN (SELECT id FROM room_phone WHERE first_seen_at < :before LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(DAY)))
			.param("most", most)
			.update();
	}

}
