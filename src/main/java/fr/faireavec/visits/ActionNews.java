package fr.faireavec.visits;

import fr.faireavec.journal.JournalNews;

import org.springframework.stereotype.Component;

/** What others noted in a journal, and what became of it. */
@Component
class ActionNews implements JournalNews {

	@Override
	public String sql() {
		return """
				WITH seen AS (
				  SELECT a.id, a.title, a.logged_at, a.written_by, s.name AS structure
				  FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
				  WHERE e.parcours_id = :parcours AND (:all OR e.id = ANY (ARRAY[:own]::uuid[]) OR a.shared_cohort))
				SELECT logged_at AS at, 'LOGGED' AS what, 0 AS count, id AS action_id, title, structure FROM seen
				WHERE logged_at > :since AND written_by <> :person
				UNION ALL
				SELECT r.happened_at, replace(r.what, 'action.became.', ''), 0, a.id, a.title, a.structure
				FROM audit_row r JOIN seen a ON a.id = r.subject_id
				WHERE r.parcours_id = :parcours AND r.what IN ('action.became.DONE', 'action.became.ABANDONED')
				  AND r.happened_at > :since AND r.actor_id IS DISTINCT FROM :person""";
	}

}
