package fr.faireavec.imports;

import java.sql.Timestamp;
import java.time.Duration;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file that nobody confirmed within a day is not waited for. */
@Component
class DraftExpiry implements Expiry {

	private static final Duration DAY = Duration.ofDays(1);

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
			.param("before", Timestamp.from(terms.now().minus(DAY)))
			.update();
	}

}
