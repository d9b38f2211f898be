package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.signin.Seating;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A pilot or copilot sits in a parcours, which only those who run it see. */
@Component
class MandatedSeating implements Seating {

	private final JdbcClient jdbc;

	private final Clock clock;

	MandatedSeating(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean beyond(Viewer viewer, UUID personId) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN parcours p ON p.id = e.parcours_id AND p.status NOT IN ('ARCHIVED', 'CANCELLED')
				  WHERE m.person_id = :person AND (m.ends_on IS NULL OR m.ends_on > :today)
				    AND (e.withdrawn_on IS NULL OR e.withdrawn_on > :today)
				    AND NOT EXISTS (SELECT FROM parcours_facilitator f
				      WHERE f.parcours_id = p.id AND f.person_id = :viewer))
				""")
			.param("person", personId)
			.param("viewer", viewer.personId())
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.query(Boolean.class)
			.single();
	}

}
