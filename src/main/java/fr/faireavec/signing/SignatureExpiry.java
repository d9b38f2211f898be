package fr.faireavec.signing;

import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures are kept as long as evidence is; the line still says that it was signed. */
@Component
class SignatureExpiry extends TermedEvidence {

	SignatureExpiry(JdbcClient jdbc) {
		super(jdbc, "signing.signatures", Kept.ofDay("s.id", """
				signature s JOIN half_day h ON h.id = s.half_day_id
				  JOIN collective_session c ON c.id = h.session_id JOIN parcours p ON p.id = c.parcours_id
				WHERE true""", "c", "DELETE FROM signature"), Kept.ofDay("s.id", """
				meeting_signature s JOIN individual_meeting m ON m.id = s.meeting_id
				  JOIN enrolment e ON e.id = m.enrolment_id JOIN parcours p ON p.id = e.parcours_id
				WHERE true""", "m", "DELETE FROM meeting_signature"));
	}

}
