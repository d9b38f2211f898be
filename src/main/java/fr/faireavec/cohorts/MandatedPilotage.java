package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.parcours.Pilotage;
import fr.faireavec.parcours.PilotedStructure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pilots and copilots are those a mandate says, on the day. */
@Component
class MandatedPilotage implements Pilotage {

	private final JdbcClient jdbc;

	MandatedPilotage(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<PilotedStructure> structures(UUID parcoursId, UUID personId, LocalDate day) {
		return this.jdbc.sql("""
				SELECT e.id, s.name FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours AND m.person_id = :person
				  AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on > :day)
				  AND e.takes_part @> CAST(:day AS date)
				ORDER BY m.starts_on, e.id
				""")
			.param("parcours", parcoursId)
			.param("person", personId)
			.param("day", day)
			.query((row, n) -> new PilotedStructure(row.getObject("id", UUID.class), row.getString("name")))
			.list();
	}

	@Override
	public Set<UUID> parcours(UUID personId, LocalDate day) {
		return new HashSet<>(this.jdbc.sql("""
				SELECT DISTINCT e.parcours_id FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN parcours p ON p.id = e.parcours_id AND p.status NOT IN ('ARCHIVED', 'CANCELLED')
				WHERE m.person_id = :person
				  AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on > :day)
				  AND e.takes_part @> CAST(:day AS date)
				""").param("person", personId).param("day", day).query(UUID.class).list());
	}

}
