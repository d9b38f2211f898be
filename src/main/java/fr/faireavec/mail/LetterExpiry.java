package fr.faireavec.mail;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of letters is kept for its term; one that waits still waits. */
@Component
class LetterExpiry implements Expiry {

	private final JdbcClient jdbc;

	LetterExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "mail.letters";
	}

	/** A letter to somebody erased since goes as soon as it is settled. */
	@Override
	public int forget(Terms terms, int most) {
		this.jdbc.sql("DELETE FROM mail_bounce WHERE happened_at < :before")
			.param("before", Timestamp.from(terms.before(terms.letters())))
			.update();
		// An address nobody has any more is kept for no one.
		this.jdbc.sql("""
				DELETE FROM mail_bounce b WHERE NOT EXISTS (SELECT 1 FROM person p WHERE lower(p.email) = b.address)
				""").update();
		this.jdbc.sql("DELETE FROM mail_report WHERE heard_at < :before")
			.param("before", Timestamp.from(terms.before(terms.letters())))
			.update();
		return this.jdbc.sql("""
				DELETE FROM letter WHERE id IN (
				  SELECT l.id FROM letter l LEFT JOIN person p ON p.id = l.recipient_id
				  WHERE l.state IN ('SENT', 'DEAD', 'OBSOLETE') AND (l.posted_at < :before OR p.erased_at IS NOT NULL)
				  LIMIT :most)""")
			.param("before", Timestamp.from(terms.before(terms.letters())))
			.param("most", most)
			.update();
	}

}
