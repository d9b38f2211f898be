package fr.faireavec.following;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionState;
import fr.faireavec.kernel.Zones;
import fr.faireavec.taxonomies.Taxonomy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how the journal of a cohort stands, whatever its actions, in three statements.
 */
@Component
@Transactional(readOnly = true)
public class CohortJournals {

	private static final int SILENT_WEEKS = 6;

	private final JdbcClient jdbc;

	private final Clock clock;

	CohortJournals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public CohortJournal of(UUID parcoursId) {
		return new CohortJournal(silent(parcoursId), shares(parcoursId));
	}

	/** What was announced for a day, structure by structure. */
	public List<AnnouncedAction> announcedFor(UUID sessionId) {
		return this.jdbc.sql("""
				SELECT a.id, a.title, s.name, a.state FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
				JOIN structure s ON s.id = e.structure_id WHERE a.tied_session_id = :session
				ORDER BY s.name, a.logged_at, a.id""")
			.param("session", sessionId)
			.query((row, n) -> new AnnouncedAction(row.getObject("id", UUID.class), row.getString("title"),
					row.getString("name"), ActionState.valueOf(row.getString("state"))))
			.list();
	}

	/** Whoever came in since is given as long. */
	private List<SilentStructure> silent(UUID parcoursId) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		return this.jdbc
			.sql("""
					SELECT e.id, s.name, max(CAST(a.logged_at AT TIME ZONE 'Europe/Paris' AS date)) AS noted
					FROM enrolment e JOIN structure s ON s.id = e.structure_id LEFT JOIN logged_action a ON a.enrolment_id = e.id
					WHERE e.parcours_id = :parcours AND e.takes_part @> CAST(:today AS date) AND e.active_from <= :then
					GROUP BY e.id, s.name
					HAVING coalesce(max(CAST(a.logged_at AT TIME ZONE 'Europe/Paris' AS date)), e.active_from) <= :then
					ORDER BY noted NULLS FIRST, s.name""")
			.param("parcours", parcoursId)
			.param("today", now.toLocalDate())
			.param("then", now.toLocalDate().minusWeeks(SILENT_WEEKS))
			.query((row, n) -> new SilentStructure(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("noted", LocalDate.class)))
			.list();
	}

	private List<CohortJournal.Share> shares(UUID parcoursId) {
		return this.jdbc
			.sql("""
					WITH ours AS (SELECT a.* FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id WHERE e.parcours_id = :parcours),
					  held AS (
					    SELECT 'THEME' AS list, theme_id AS entry_id, id FROM ours
					    WHERE theme_id IS NOT NULL OR own_theme <> ''
					    UNION ALL SELECT 'LEVEL', level_id, id FROM ours WHERE level_id IS NOT NULL
					    UNION ALL SELECT 'EFFECT', c.entry_id, o.id FROM ours o JOIN action_entry c ON c.action_id = o.id
					      JOIN taxonomy_entry t ON t.id = c.entry_id AND t.taxonomy = 'EFFECT'
					    UNION ALL SELECT 'EFFECT', NULL, id FROM ours WHERE own_effect <> '')
					SELECT h.list, coalesce(t.label, '') AS label, count(*) AS actions
					FROM held h LEFT JOIN taxonomy_entry t ON t.id = h.entry_id
					GROUP BY h.list, t.id, t.label, t.rank ORDER BY h.list, t.rank NULLS LAST, t.label""")
			.param("parcours", parcoursId)
			.query((row, n) -> new CohortJournal.Share(Taxonomy.valueOf(row.getString("list")), row.getString("label"),
					row.getInt("actions")))
			.list();
	}

}
