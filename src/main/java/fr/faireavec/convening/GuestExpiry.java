package fr.faireavec.convening;

import java.sql.Timestamp;
import java.time.Period;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The address a speaker was written to goes a month after nobody is written to there any
 * more: their day was forgotten, or is not theirs.
 */
@Component
class GuestExpiry implements Expiry {

	private static final Period AFTER = Period.ofMonths(1);

	private final JdbcClient jdbc;

	GuestExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "convening.guests";
	}

	/** Counted from what was written, not from a date somebody typed. */
	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc
			.sql("""
					DELETE FROM calendar_told WHERE (entry_id, guest_id) IN (
					  SELECT t.entry_id, t.guest_id FROM calendar_told t JOIN calendar_entry c ON c.id = t.entry_id
					  WHERE t.address IS NOT NULL AND t.told_at < :before
					    AND NOT EXISTS (SELECT FROM guest_speaker g WHERE g.session_id = c.session_id AND g.email = t.address)
					  LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(AFTER)))
			.param("most", most)
			.update();
	}

}
