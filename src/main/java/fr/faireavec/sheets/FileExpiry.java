package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.parcours.EvidenceTerm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Registers that were handed out are kept as long as evidence is. After it, what they
 * were is still known by their digest, which names nobody.
 */
@Component
class FileExpiry implements EvidenceExpiry {

	private static final String OVER = EvidenceTerm.over("coalesce(s.starts_at::date, p.ends_on)");

	private final JdbcClient jdbc;

	FileExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "sheets.files";
	}

	@Override
	public List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc.sql("""
				SELECT id, name, over_on, count(*) AS files FROM (
				  SELECT p.id, p.name, %s AS over_on FROM issued_file i
				    JOIN collective_session s ON s.id = i.session_id JOIN parcours p ON p.id = s.parcours_id
				  WHERE i.content IS NOT NULL) kept
				WHERE over_on <= :until GROUP BY id, name, over_on ORDER BY over_on, name, id
				""".formatted(OVER))
			.param("until", until)
			.params(EvidenceTerm.parameters(terms))
			.query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("over_on", LocalDate.class), row.getInt("files")))
			.list();
	}

	@Override
	public int forget(Terms terms, UUID parcoursId, LocalDate on, int most) {
		return this.jdbc.sql("""
				UPDATE issued_file SET content = NULL WHERE id IN (
				  SELECT i.id FROM issued_file i JOIN collective_session s ON s.id = i.session_id
				    JOIN parcours p ON p.id = s.parcours_id
				  WHERE i.content IS NOT NULL AND p.id = :parcours AND %s = :on LIMIT :most)""".formatted(OVER))
			.param("parcours", parcoursId)
			.param("on", on)
			.param("most", most)
			.params(EvidenceTerm.parameters(terms))
			.update();
	}

}
