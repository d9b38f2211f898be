package fr.faireavec.attendance;

import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names on a register are kept as long as evidence is. Lines and guests stay, and are
 * counted as before.
 */
@Component
class NameExpiry extends TermedEvidence {

	NameExpiry(JdbcClient jdbc) {
		super(jdbc, "attendance.names",
				Kept.ofDay("a.id", """
						attendance a JOIN half_day h ON h.id = a.half_day_id
						  JOIN collective_session s ON s.id = h.session_id JOIN parcours p ON p.id = s.parcours_id
						WHERE a.person_name <> :nobody""", "s",
						"UPDATE attendance SET person_name = :nobody, version = version + 1"),
				Kept.ofDay("g.id", """
						session_guest g JOIN collective_session s ON s.id = g.session_id
						  JOIN parcours p ON p.id = s.parcours_id
						WHERE g.name <> :nobody""", "s",
						"UPDATE session_guest SET name = :nobody, organisation = '', version = version + 1"));
	}

}
