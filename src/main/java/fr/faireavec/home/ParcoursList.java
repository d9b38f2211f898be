package fr.faireavec.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Pilotage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parcours somebody may open, by the rule of the seats: the administration all, the
 * others their own.
 */
@Component
public class ParcoursList {

	private final JdbcClient jdbc;

	private final Pilotage pilotage;

	private final Clock clock;

	ParcoursList(JdbcClient jdbc, Pilotage pilotage, Clock clock) {
		this.jdbc = jdbc;
		this.pilotage = pilotage;
		this.clock = clock;
	}

	/** Running ones first, then those to come, then the past. */
	public List<Row> visibleTo(Viewer viewer) {
		List<UUID> piloted = viewer.isStaff() ? List.of() : List
			.copyOf(this.pilotage.parcours(viewer.personId(), LocalDate.now(this.clock.withZone(Zones.PARIS))));
		return this.jdbc
			.sql("""
					SELECT p.slug, p.name, p.programme, p.status, p.starts_on, p.ends_on,
					       (SELECT count(*) FROM enrolment e WHERE e.parcours_id = p.id
					          AND (e.withdrawn_on IS NULL OR e.withdrawn_on > CAST(:now AS date))) AS structures,
					       (SELECT count(*) FROM collective_session s WHERE s.parcours_id = p.id) AS sessions,
					       (SELECT count(*) FROM collective_session s WHERE s.parcours_id = p.id AND s.state = 'HELD') AS held,
					       (SELECT min(s.starts_at) FROM collective_session s
					        WHERE s.parcours_id = p.id AND s.state = 'SCHEDULED' AND s.ends_at >= :now) AS next
					FROM parcours p
					WHERE :all OR p.id = ANY(:piloted)
					   OR (:staff AND EXISTS (SELECT 1 FROM parcours_facilitator f
					                          WHERE f.parcours_id = p.id AND f.person_id = :person))
					ORDER BY array_position(ARRAY['RUNNING', 'OPEN', 'DRAFT', 'CLOSED', 'ARCHIVED', 'CANCELLED'], p.status::text),
					         p.starts_on DESC, p.name
					""")
			.param("all", viewer.role() == Role.ADMIN)
			.param("staff", viewer.isStaff())
			.param("person", viewer.personId())
			.param("piloted", piloted.toArray(UUID[]::new))
			.param("now", LocalDateTime.now(this.clock.withZone(Zones.PARIS)))
			.query((row, n) -> new Row(row.getString("slug"), row.getString("name"), row.getString("programme"),
					ParcoursStatus.valueOf(row.getString("status")), row.getObject("starts_on", LocalDate.class),
					row.getObject("ends_on", LocalDate.class), row.getInt("structures"), row.getInt("sessions"),
					row.getInt("held"), row.getObject("next", LocalDateTime.class)))
			.list();
	}

	/** One parcours; {@code next} is when its next session begins, if one has a date. */
	public record Row(String slug, String name, String programme, ParcoursStatus status, LocalDate startsOn,
			LocalDate endsOn, int structures, int sessions, int held, @Nullable LocalDateTime next) {

		/** The style of its status's tag. */
		public String style() {
			return switch (this.status) {
				case RUNNING -> "brand";
				case OPEN, DRAFT -> "sun";
				default -> "";
			};
		}

	}

}
