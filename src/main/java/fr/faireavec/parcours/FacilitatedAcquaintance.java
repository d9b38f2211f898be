package fr.faireavec.parcours;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Acquaintance;
import fr.faireavec.accounts.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who run a parcours together see one another. */
@Component
class FacilitatedAcquaintance implements Acquaintance {

	private final JdbcClient jdbc;

	FacilitatedAcquaintance(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<UUID> known(Viewer viewer, Collection<UUID> people) {
		return new HashSet<>(this.jdbc.sql("""
				SELECT DISTINCT o.person_id FROM parcours_facilitator o
				  JOIN parcours_facilitator f ON f.parcours_id = o.parcours_id
				WHERE f.person_id = :viewer AND o.person_id IN (:people)
				""").param("viewer", viewer.personId()).param("people", people).query(UUID.class).list());
	}

}
