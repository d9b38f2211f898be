package fr.faireavec.parcours;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.Seating;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever runs a parcours sees all of it; a line left from before their role was taken
 * counts, for it opens again with the role.
 */
@Component
class FacilitatedSeating implements Seating {

	private final JdbcClient jdbc;

	FacilitatedSeating(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean beyond(Viewer giver, UUID personId) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM parcours_facilitator theirs WHERE theirs.person_id = :person
				  AND NOT EXISTS (SELECT FROM parcours_facilitator own
				    WHERE own.parcours_id = theirs.parcours_id AND own.person_id = :giver))
				""").param("person", personId).param("giver", giver.personId()).query(Boolean.class).single();
	}

}
