package fr.faireavec.cohorts;

import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who signed a mandate is evidence like attendance: kept until its parcours's conventions
 * say so, else for the same time from its signature.
 */
@Component
class SignatoryExpiry implements Expiry {

	private final JdbcClient jdbc;

	SignatoryExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "cohorts.signatories";
	}

	@Override
	public int forget(Terms terms, int most) {
		return this.jdbc
			.sql("""
					UPDATE mandate SET signatory = :nobody, version = version + 1 WHERE id IN (
					  SELECT m.id FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
					    LEFT JOIN LATERAL (SELECT max(c.evidence_until) AS until FROM convention c
					      WHERE c.parcours_id = e.parcours_id) evidence ON true
					  WHERE m.signatory <> :nobody AND m.ends_on < :today
					    AND CASE WHEN evidence.until IS NOT NULL THEN evidence.until < :today ELSE m.signed_on <= :otherwise END
					  LIMIT :most)""")
			.param("nobody", PersonalRecords.NOBODY)
			.param("today", terms.today())
			.param("otherwise", terms.today().minus(terms.attendance()))
			.param("most", most)
			.update();
	}

}
