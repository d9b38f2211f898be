package fr.faireavec.journal;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What nobody came back to in sixty days will not be noted. */
@Component
class ActionDraftExpiry implements Expiry {

	private final JdbcClient jdbc;

	ActionDraftExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "journal.drafts";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("""
				DELETE FROM action_draft WHERE id IN (
				  SELECT id FROM action_draft WHERE kept_at < :before ORDER BY kept_at LIMIT :most)""")
			.param("before", Timestamp.from(terms.now().minus(ActionDrafts.LIFETIME)))
			.param("most", most)
			.update();
	}

}
