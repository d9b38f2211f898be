package fr.faireavec.exchanges;

import fr.faireavec.journal.JournalNews;

import org.springframework.stereotype.Component;

/** In a journal: what others said of its actions. */
@Component
class CommentNews implements JournalNews {

	@Override
	public String sql() {
		return """
				SELECT max(c.written_at) AS at, 'COMMENTED' AS what, count(*) AS count, a.id AS action_id, a.title,
				       s.name AS structure
				FROM action_comment c JOIN logged_action a ON a.id = c.action_id JOIN enrolment e ON e.id = a.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours AND (:all OR e.id = ANY (ARRAY[:own]::uuid[]) OR a.shared_cohort)
				  AND c.written_at > :since AND c.author_id <> :person
				GROUP BY a.id, a.title, s.name""";
	}

}
