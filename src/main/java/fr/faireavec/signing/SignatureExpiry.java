package fr.faireavec.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.parcours.EvidenceTerm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures are kept as long as evidence is; the line still says that it was signed. */
@Component
class SignatureExpiry implements EvidenceExpiry {

	private static final String OVER = EvidenceTerm.over("coalesce(c.starts_at::date, p.ends_on)");

	private final JdbcClient jdbc;

	SignatureExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "signing.signatures";
	}

	@Override
	public List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc.sql("""
				SELECT id, name, over_on, count(*) AS lines FROM (
				  SELECT p.id, p.name, %s AS over_on FROM signature s JOIN half_day h ON h.id = s.half_day_id
				    JOIN collective_session c ON c.id = h.session_id JOIN parcours p ON p.id = c.parcours_id) signed
				WHERE over_on <= :until GROUP BY id, name, over_on ORDER BY over_on, name, id
				""".formatted(OVER))
			.param("until", until)
			.params(EvidenceTerm.parameters(terms))
			.query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("over_on", LocalDate.class), row.getInt("lines")))
			.list();
	}

	@Override
	public int forget(Terms terms, UUID parcoursId, LocalDate on, int most) {
		return this.jdbc.sql("""
				DELETE FROM signature WHERE id IN (
				  SELECT s.id FROM signature s JOIN half_day h ON h.id = s.half_day_id
				    JOIN collective_session c ON c.id = h.session_id JOIN parcours p ON p.id = c.parcours_id
				  WHERE p.id = :parcours AND %s = :on LIMIT :most)""".formatted(OVER))
			.param("parcours", parcoursId)
			.param("on", on)
			.param("most", most)
			.params(EvidenceTerm.parameters(terms))
			.update();
	}

}
