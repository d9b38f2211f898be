package fr.faireavec.sessions;

import java.sql.Timestamp;
import java.time.Period;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A speaker is written to about their day: their address is forgotten a month after. */
@Component
class SpeakerExpiry implements Expiry {

	private static final Period AFTER = Period.ofMonths(1);

	private final JdbcClient jdbc;

	SpeakerExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "sessions.addresses";
	}

	/** Counted from what happened, not from a date somebody typed. */
	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc
			.sql("""
					UPDATE guest_speaker SET email = NULL, version = version + 1 WHERE id IN (
					  SELECT g.id FROM guest_speaker g JOIN collective_session s ON s.id = g.session_id
					    JOIN parcours p ON p.id = s.parcours_id
					  WHERE g.email IS NOT NULL AND coalesce(s.held_at, s.cancelled_at, p.closed_at) < :before LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(AFTER)))
			.param("most", most)
			.update();
	}

}
