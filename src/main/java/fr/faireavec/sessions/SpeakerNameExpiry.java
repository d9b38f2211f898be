package fr.faireavec.sessions;

import fr.faireavec.parcours.TermedEvidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who spoke at a day is known as long as who was there. */
@Component
class SpeakerNameExpiry extends TermedEvidence {

	SpeakerNameExpiry(JdbcClient jdbc) {
		super(jdbc, "sessions.speakers", Kept.ofDay("g.id", """
				guest_speaker g JOIN collective_session s ON s.id = g.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE g.name <> :nobody""", "s",
				"UPDATE guest_speaker SET name = :nobody, organisation = '', email = NULL, version = version + 1"));
	}

}
