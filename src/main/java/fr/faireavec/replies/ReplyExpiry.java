package fr.faireavec.replies;

import java.sql.Timestamp;
import java.time.Period;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A meal or a way in was of that day alone: forgotten a week after it. Who said they come
 * is of no use once attendance was taken. What was said of a day was said before it, so
 * the day did come.
 */
@Component
class ReplyExpiry implements Expiry {

	static final Period NEEDS = Period.ofDays(7);

	static final Period ANSWERS = Period.ofMonths(2);

	private final JdbcClient jdbc;

	ReplyExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "replies.given";
	}

	@Override
	public int forget(Terms terms, int most) {
		int gone = this.jdbc.sql("""
				DELETE FROM reply WHERE id IN (SELECT id FROM reply WHERE day < :before LIMIT :most)""")
			.param("before", terms.today().minus(ANSWERS))
			.param("most", most)
			.update();
		gone += this.jdbc
			.sql("""
					DELETE FROM calendar_reply WHERE id IN (SELECT id FROM calendar_reply WHERE heard_at < :before LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(ANSWERS)))
			.param("most", most - gone)
			.update();
		return gone + this.jdbc.sql("""
				UPDATE reply SET meals = '', access = '', version = version + 1 WHERE id IN (
				  SELECT id FROM reply WHERE day <= :before AND (meals <> '' OR access <> '') LIMIT :most)""")
			.param("before", terms.today().minus(NEEDS))
			.param("most", most - gone)
			.update();
	}

}
