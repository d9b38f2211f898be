package fr.faireavec.home;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions and meetings to come of somebody who runs parcours, in one statement. */
@Component
public class NextDays {

	private final JdbcClient jdbc;

	private final Clock clock;

	NextDays(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<NextDay> forFacilitator(Viewer viewer, int limit) {
		return this.jdbc
			.sql("""
					SELECT * FROM (
					  SELECT s.starts_at, s.ends_at, p.name AS parcours, s.rank || ' · ' || s.title AS title, s.venue AS place,
					         false AS meeting, '/parcours/' || p.slug || '/seances/' || s.rank AS href
					  FROM collective_session s JOIN parcours p ON p.id = s.parcours_id
					    JOIN parcours_facilitator f ON f.parcours_id = p.id AND f.person_id = :person
					  WHERE s.state = 'SCHEDULED' AND s.ends_at >= :now
					  UNION ALL
					  SELECT m.starts_at, m.ends_at, p.name, st.name, m.place, true,
					         '/parcours/' || p.slug || '/rendez-vous/' || m.id
					  FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
					    JOIN parcours p ON p.id = e.parcours_id JOIN structure st ON st.id = e.structure_id
					  WHERE m.state = 'SCHEDULED' AND m.ends_at >= :now AND m.facilitator_id = :person) AS coming
					ORDER BY starts_at LIMIT :limit
					""")
			.param("person", viewer.personId())
			.param("now", LocalDateTime.now(this.clock.withZone(Zones.PARIS)))
			.param("limit", limit)
			.query((row, n) -> new NextDay(row.getObject("starts_at", LocalDateTime.class),
					row.getObject("ends_at", LocalDateTime.class), row.getString("parcours"), row.getString("title"),
					row.getString("place"), row.getBoolean("meeting"), row.getString("href")))
			.list();
	}

	/** A day or a meeting with its date. */
	public record NextDay(LocalDateTime start, LocalDateTime end, String parcours, String title, String place,
			boolean meeting, String href) {
	}

}
