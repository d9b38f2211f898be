package fr.faireavec.cohorts;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.Seating;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A pilot or copilot sits in a parcours, which only those who run it see. Those to come
 * count; those that are over too, for their account still hands over what they wrote.
 */
@Component
class MandatedSeating implements Seating {

	private final JdbcClient jdbc;

	MandatedSeating(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean beyond(Viewer giver, UUID personId) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  WHERE m.person_id = :person AND NOT EXISTS (SELECT FROM parcours_facilitator f
				    WHERE f.parcours_id = e.parcours_id AND f.person_id = :giver))
				""").param("person", personId).param("giver", giver.personId()).query(Boolean.class).single();
	}

}
