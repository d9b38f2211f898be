package fr.faireavec.scans;

import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans of signed paper are kept as long as evidence is, then go with their pictures. */
@Component
class ScanExpiry extends TermedEvidence {

	ScanExpiry(JdbcClient jdbc) {
		super(jdbc, "scans.pages", Kept.ofDay("g.id", """
				scanned_page g JOIN collective_session s ON s.id = g.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE true""", "s", "DELETE FROM scanned_page"));
	}

}
