package fr.faireavec.sheets;

import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Registers that were handed out are kept as long as evidence is. After it, what they
 * were is still known by their digest, which names nobody.
 */
@Component
class FileExpiry extends TermedEvidence {

	FileExpiry(JdbcClient jdbc) {
		super(jdbc, "sheets.files", Kept.ofDay("i.id", """
				issued_file i JOIN collective_session s ON s.id = i.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE i.content IS NOT NULL""", "s", "UPDATE issued_file SET content = NULL"));
	}

}
