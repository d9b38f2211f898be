package fr.faireavec.cohorts;

import fr.faireavec.parcours.EvidenceTerm;
import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who signed a mandate is evidence like attendance: kept as long from its signature, and
 * at least until the mandate is over.
 */
@Component
class SignatoryExpiry extends TermedEvidence {

	SignatoryExpiry(JdbcClient jdbc) {
		super(jdbc, "cohorts.signatories",
				new Kept("m.id", """
						mandate m JOIN enrolment e ON e.id = m.enrolment_id JOIN parcours p ON p.id = e.parcours_id
						WHERE m.signatory <> :nobody AND m.ends_on IS NOT NULL""",
						"greatest(m.ends_on + 1, %s)".formatted(EvidenceTerm.over("m.signed_on")),
						"UPDATE mandate SET signatory = :nobody, version = version + 1"));
	}

}
