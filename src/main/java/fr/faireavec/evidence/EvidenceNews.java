package fr.faireavec.evidence;

import fr.faireavec.journal.JournalNews;

import org.springframework.stereotype.Component;

/**
 * In a journal: the photos and documents others added; to the cohort, those it may see.
 */
@Component
class EvidenceNews implements JournalNews {

	@Override
	public String sql() {
		return """
				SELECT max(p.added_at) AS at, 'SHOWN' AS what, count(*) AS count, a.id AS action_id, a.title,
				       s.name AS structure
				FROM evidence_piece p JOIN logged_action a ON a.id = p.action_id JOIN enrolment e ON e.id = a.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours
				  AND (:all OR e.id = ANY (ARRAY[:own]::uuid[]) OR (a.shared_cohort AND %s))
				  AND p.added_at > :since AND NOT EXISTS (SELECT FROM audit_row r
				    WHERE r.subject_id = p.id AND r.what = 'evidence.added' AND r.actor_id = :person)
				GROUP BY a.id, a.title, s.name"""
			.formatted(Evidence.OPEN);
	}

}
