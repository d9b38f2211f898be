package fr.faireavec.polls;

import java.time.Period;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could when is of no use once the last date that was asked about is past. */
@Component
class PollExpiry implements Expiry {

	static final Period AFTER = Period.ofMonths(2);

	private final JdbcClient jdbc;

	PollExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "polls.said";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("""
				DELETE FROM poll_reply WHERE id IN (
				  SELECT r.id FROM poll_reply r JOIN date_poll p ON p.id = r.poll_id
				  WHERE p.closes_on < :before AND NOT EXISTS (
				    SELECT 1 FROM poll_day d JOIN poll_option o ON o.day_id = d.id
				    WHERE d.poll_id = p.id AND o.held_on >= :before)
				  LIMIT :most)""").param("before", terms.today().minus(AFTER)).param("most", most).update();
	}

}
