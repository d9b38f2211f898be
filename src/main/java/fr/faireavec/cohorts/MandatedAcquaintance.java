package fr.faireavec.cohorts;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Acquaintance;
import fr.faireavec.accounts.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever runs a parcours sees its pilots and copilots, those of before too. */
@Component
class MandatedAcquaintance implements Acquaintance {

	private final JdbcClient jdbc;

	MandatedAcquaintance(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<UUID> known(Viewer viewer, Collection<UUID> people) {
		return new HashSet<>(this.jdbc.sql("""
				SELECT DISTINCT m.person_id FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN parcours_facilitator f ON f.parcours_id = e.parcours_id
				WHERE f.person_id = :viewer AND m.person_id IN (:people)
				""").param("viewer", viewer.personId()).param("people", people).query(UUID.class).list());
	}

}
