package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.parcours.EvidenceTerm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who signed a mandate is evidence like attendance: kept as long from its signature, and
 * at least until the mandate is over.
 */
@Component
class SignatoryExpiry implements EvidenceExpiry {

	private static final String SIGNED = """
			SELECT m.id AS mandate, p.id, p.name, greatest(m.ends_on + 1, %s) AS over_on
			FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id JOIN parcours p ON p.id = e.parcours_id
			WHERE m.signatory <> :nobody AND m.ends_on IS NOT NULL""".formatted(EvidenceTerm.over("m.signed_on"));

	private final JdbcClient jdbc;

	SignatoryExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "cohorts.signatories";
	}

	@Override
	public List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc.sql("""
				SELECT id, name, over_on, count(*) AS lines FROM (%s) signed
				WHERE over_on <= :until GROUP BY id, name, over_on ORDER BY over_on, name, id
				""".formatted(SIGNED))
			.param("nobody", PersonalRecords.NOBODY)
			.param("until", until)
			.params(EvidenceTerm.parameters(terms))
			.query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("over_on", LocalDate.class), row.getInt("lines")))
			.list();
	}

	@Override
	public int forget(Terms terms, UUID parcoursId, LocalDate on, int most) {
		return this.jdbc.sql("""
				UPDATE mandate SET signatory = :nobody, version = version + 1 WHERE id IN (
				  SELECT mandate FROM (%s) signed WHERE id = :parcours AND over_on = :on LIMIT :most)
				""".formatted(SIGNED))
			.param("nobody", PersonalRecords.NOBODY)
			.param("parcours", parcoursId)
			.param("on", on)
			.param("most", most)
			.params(EvidenceTerm.parameters(terms))
			.update();
	}

}
