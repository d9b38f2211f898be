package fr.faireavec.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What presses in all the parcours somebody runs, counted in one statement. */
@Component
public class Pressing {

	private static final String COUNTED = """
			WITH mine AS (
			  SELECT p.id, p.slug, p.name FROM parcours p JOIN parcours_facilitator f ON f.parcours_id = p.id
			  WHERE f.person_id = :person AND p.status IN ('DRAFT', 'OPEN', 'RUNNING')),
			counted AS (
			  SELECT 1 AS weight, 'markHeld' AS kind, s.parcours_id, count(*) AS n FROM collective_session s
			    JOIN mine ON mine.id = s.parcours_id
			  WHERE s.state = 'SCHEDULED' AND s.ends_at < :now GROUP BY s.parcours_id
			  UNION ALL
			  SELECT 2, 'meetingsToMarkHeld', e.parcours_id, count(*) FROM individual_meeting m
			    JOIN enrolment e ON e.id = m.enrolment_id JOIN mine ON mine.id = e.parcours_id
			  WHERE m.state = 'SCHEDULED' AND m.ends_at < :now GROUP BY e.parcours_id
			  UNION ALL
			  SELECT 3, 'halfOpen', s.parcours_id, count(*) FROM collective_session s JOIN mine ON mine.id = s.parcours_id
			    JOIN half_day h ON h.session_id = s.id LEFT JOIN register_seal seal ON seal.half_day_id = h.id
			  WHERE s.state = 'HELD' AND seal.half_day_id IS NULL GROUP BY s.parcours_id
			  UNION ALL
			  SELECT 9, 'unsigned', e.parcours_id, count(*) FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			    JOIN mine ON mine.id = e.parcours_id
			  WHERE m.state = 'ACTIVE' AND m.signed_on IS NULL AND e.state = 'ACTIVE' GROUP BY e.parcours_id
			  UNION ALL
			  SELECT 4, 'uninvited', e.parcours_id, count(*) FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			    JOIN mine ON mine.id = e.parcours_id
			  WHERE m.state = 'ACTIVE' AND m.uninvited AND e.state = 'ACTIVE' GROUP BY e.parcours_id
			  UNION ALL
			  SELECT 5, 'meetingsToFix', e.parcours_id, count(*) FROM individual_meeting m
			    JOIN enrolment e ON e.id = m.enrolment_id JOIN mine ON mine.id = e.parcours_id
			    LEFT JOIN collective_session s ON s.parcours_id = e.parcours_id AND s.rank = m.after_session_rank
			  WHERE m.state = 'TO_PLAN' AND (m.after_session_rank IS NULL OR s.state IN ('HELD', 'CANCELLED'))
			  GROUP BY e.parcours_id
			  UNION ALL
			  SELECT 6, 'awaiting', e.parcours_id, count(*) FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
			    JOIN mine ON mine.id = e.parcours_id
			  WHERE a.awaits_pilot GROUP BY e.parcours_id
			  UNION ALL
			  SELECT 7, 'reportDue', c.parcours_id, count(*) FROM convention c JOIN mine ON mine.id = c.parcours_id
			  WHERE c.report_due_on BETWEEN :today - 30 AND :today + 60
			    AND NOT EXISTS (SELECT 1 FROM bilan b WHERE b.parcours_id = c.parcours_id AND b.kind = 'FINAL')
			  GROUP BY c.parcours_id
			  UNION ALL
			  SELECT 8, 'mute', s.parcours_id, count(*) FROM collective_session s JOIN mine ON mine.id = s.parcours_id
			  WHERE s.state = 'HELD' AND s.minutes = '' GROUP BY s.parcours_id)
			SELECT mine.slug, mine.name, counted.kind, counted.n FROM counted JOIN mine ON mine.id = counted.parcours_id
			ORDER BY counted.weight, mine.name
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Pressing(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<Thing> forFacilitator(Viewer viewer) {
		LocalDateTime now = LocalDateTime.now(this.clock.withZone(Zones.PARIS));
		LocalDate today = now.toLocalDate();
		return this.jdbc.sql(COUNTED)
			.param("person", viewer.personId())
			.param("now", now)
			.param("today", today)
			.query((row, n) -> new Thing(row.getString("slug"), row.getString("name"), row.getString("kind"),
					row.getLong("n")))
			.list();
	}

	/** So many things of a kind in one parcours. */
	public record Thing(String slug, String parcours, String kind, long count) {
	}

}
