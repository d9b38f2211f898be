package fr.faireavec.dossiers;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A dossier is a copy: after thirty days it goes, and another can be made. */
@Component
class DossierExpiry implements Expiry {

	private final JdbcClient jdbc;

	DossierExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "dossiers.files";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc.sql("""
				DELETE FROM dossier WHERE id IN (
				  SELECT id FROM dossier WHERE asked_at < :before ORDER BY asked_at LIMIT :most)""")
			.param("before", Timestamp.from(terms.now().minus(Dossiers.LIFETIME)))
			.param("most", most)
			.update();
	}

}
