package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;
import fr.faireavec.structures.StructureReaders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever pilots or copilots a structure reads its sheet. */
@Component
class MandatedReading implements StructureReaders {

	private final JdbcClient jdbc;

	private final Clock clock;

	MandatedReading(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean mayRead(UUID structureId, Viewer viewer) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN parcours p ON p.id = e.parcours_id AND p.status NOT IN ('ARCHIVED', 'CANCELLED')
				  WHERE e.structure_id = :structure AND m.person_id = :person
				    AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)
				    AND e.takes_part @> CAST(:today AS date))
				""")
			.param("structure", structureId)
			.param("person", viewer.personId())
			.param("today", today())
			.query(Boolean.class)
			.single();
	}

	@Override
	public Map<UUID, Integer> counts(Collection<UUID> structureIds) {
		Map<UUID, Integer> counts = new HashMap<>();
		this.jdbc.sql(
				"SELECT structure_id, count(*) FROM enrolment WHERE structure_id = ANY (:structures) GROUP BY structure_id")
			.param("structures", structureIds.toArray(UUID[]::new))
			.query((row) -> {
				counts.put(row.getObject(1, UUID.class), row.getInt(2));
			});
		return counts;
	}

	@Override
	public List<Participation> participations(UUID structureId, Viewer viewer) {
		return this.jdbc
			.sql("""
					SELECT p.name, p.slug, e.id, e.state, e.active_from, e.withdrawn_on,
					  :admin
					  OR (:staff AND EXISTS (SELECT FROM parcours_facilitator f WHERE f.parcours_id = p.id AND f.person_id = :person))
					  OR (p.status NOT IN ('ARCHIVED', 'CANCELLED') AND e.takes_part @> CAST(:today AS date)
					    AND EXISTS (SELECT FROM mandate m WHERE m.enrolment_id = e.id AND m.person_id = :person
					      AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today))) AS open
					FROM enrolment e JOIN parcours p ON p.id = e.parcours_id
					WHERE e.structure_id = :structure ORDER BY e.active_from DESC, p.name
					""")
			.param("structure", structureId)
			.param("person", viewer.personId())
			.param("admin", viewer.isAdministrator())
			.param("staff", viewer.isStaff())
			.param("today", today())
			.query((row, n) -> new Participation(row.getString("name"), row.getString("state"),
					row.getObject("active_from", LocalDate.class), row.getObject("withdrawn_on", LocalDate.class),
					row.getBoolean("open") ? "/parcours/" + row.getString("slug") + "/structures/" + row.getString("id")
							: null))
			.list();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Zones.PARIS);
	}

}
