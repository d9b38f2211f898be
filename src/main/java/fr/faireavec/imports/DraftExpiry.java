package fr.faireavec.imports;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file that nobody confirmed in time is of no use any more. */
@Component
class DraftExpiry implements Expiry {

	private final JdbcClient jdbc;

	DraftExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "imports.drafts";
	}

	/** One a person: they go at once. */
	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("DELETE FROM import_draft WHERE kept_at < :before")
			.param("before", Timestamp.from(terms.now().minus(ImportDrafts.LIFETIME)))
			.update();
	}

}
