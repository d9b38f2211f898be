package fr.faireavec.evidence;

import fr.faireavec.parcours.EvidenceTerm;
import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What shows that actions took place is kept as long as evidence of the parcours is, then
 * goes with its files and with what was agreed to.
 */
@Component
class PieceExpiry extends TermedEvidence {

	PieceExpiry(JdbcClient jdbc) {
		super(jdbc, "evidence.pieces", new Kept("v.id", """
				evidence_piece v JOIN logged_action a ON a.id = v.action_id JOIN enrolment e ON e.id = a.enrolment_id
				  JOIN parcours p ON p.id = e.parcours_id
				WHERE true""", EvidenceTerm.over("p.ends_on"), "DELETE FROM evidence_piece"));
	}

}
