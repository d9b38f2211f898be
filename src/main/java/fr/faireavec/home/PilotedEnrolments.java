package fr.faireavec.home;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.announcements.Announcement;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.ParcoursStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody pilots or copilots today, the running parcours first, in one statement.
 */
@Component
public class PilotedEnrolments {

	private final JdbcClient jdbc;

	private final Clock clock;

	PilotedEnrolments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<Piloted> of(UUID personId) {
		return this.jdbc
			.sql("""
					SELECT e.id, p.id AS parcours_id, p.slug, p.name AS parcours, p.status, s.name AS structure,
					       EXISTS (SELECT 1 FROM enrolment_aimed_level l WHERE l.enrolment_id = e.id) AS aims,
					       EXISTS (SELECT 1 FROM framework_entry f JOIN taxonomy_entry t ON t.id = f.entry_id AND t.taxonomy = 'LEVEL'
					               WHERE f.framework_id = p.framework_id) AS scale,
					       (SELECT other.given_name || ' ' || other.family_name FROM mandate o JOIN person other ON other.id = o.person_id
					        WHERE o.enrolment_id = e.id AND o.state = 'ACTIVE' AND o.person_id <> :person LIMIT 1) AS companion,
					       (SELECT b.announced_at FROM bilan_announcement b WHERE b.parcours_id = p.id AND b.ended_at IS NULL) AS announced_at
					FROM mandate m
					  JOIN enrolment e ON e.id = m.enrolment_id
					  JOIN parcours p ON p.id = e.parcours_id AND p.status NOT IN ('ARCHIVED', 'CANCELLED')
					  JOIN structure s ON s.id = e.structure_id
					WHERE m.person_id = :person AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)
					  AND e.takes_part @> CAST(:today AS date)
					ORDER BY p.status = 'RUNNING' DESC, p.starts_on DESC, e.id
					""")
			.param("person", personId)
			.param("today", LocalDate.now(this.clock.withZone(Zones.PARIS)))
			.query((row, n) -> new Piloted(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
					row.getString("slug"), row.getString("parcours"), ParcoursStatus.valueOf(row.getString("status")),
					row.getString("structure"), row.getBoolean("scale") && !row.getBoolean("aims"),
					row.getString("companion"), due(row.getTimestamp("announced_at"))))
			.list();
	}

	private static @Nullable Instant due(@Nullable Timestamp announced) {
		return (announced != null) ? announced.toInstant().plus(Announcement.NOTICE) : null;
	}

	/**
	 * One of them; {@code aimMissing} when no level is chosen yet, {@code companion} the
	 * other mandated person, {@code bilanDue} from when a bilan that is announced may be
	 * published.
	 */
	public record Piloted(UUID enrolmentId, UUID parcoursId, String slug, String parcours, ParcoursStatus status,
			String structure, boolean aimMissing, @Nullable String companion, @Nullable Instant bilanDue) {
	}

}
