package fr.faireavec.audit;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody did, and what was done about them: the facts stay, their name is taken
 * out of every row that says it.
 */
@Component
class AuditData implements PersonalDataHolder {

	private final JdbcClient jdbc;

	AuditData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A corrected name stands in the row that tells the correction. */
	@Override
	public List<String> names() {
		return List.of("""
				SELECT label FROM audit_row WHERE subject_id = :person AND what IN ('person.registered',
				  'person.corrected') AND EXISTS (SELECT 1 FROM person WHERE id = :person AND erased_at IS NULL)""", """
				SELECT v.name FROM audit_row a, jsonb_array_elements_text(a.changes -> 'name') AS v (name)
				WHERE a.subject_id = :person AND a.what = 'person.corrected' AND v.name IS NOT NULL
				  AND EXISTS (SELECT 1 FROM person WHERE id = :person AND erased_at IS NULL)""");
	}

	/** The label of a row about somebody else may be their name: it is left out. */
	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.done", """
				SELECT happened_at AS "audit_row.happened_at", what AS "audit_row.what",
				  CASE WHEN parcours_id IS NOT NULL OR subject_id = :person THEN label END AS "audit_row.label"
				FROM audit_row WHERE actor_id = :person ORDER BY happened_at DESC, id DESC"""),
				new Excerpt("privacy.section.undergone", """
						SELECT happened_at AS "audit_row.happened_at", what AS "audit_row.what",
						  label AS "audit_row.label"
						FROM audit_row WHERE subject_id = :person AND actor_id IS DISTINCT FROM :person
						ORDER BY happened_at DESC, id DESC"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(
				Fate.gone("privacy.fate.audit",
						"SELECT count(*) FROM audit_row WHERE label ~* :pattern OR changes::text ~* :pattern"),
				new Fate("privacy.fate.done", "SELECT count(*) FROM audit_row WHERE actor_id = :person",
						"privacy.kept.audit"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		String pattern = PersonalRecords.pattern(subject);
		if (pattern != null) {
			this.jdbc.sql("SELECT redact_audit(:pattern, :nobody)")
				.param("pattern", pattern)
				.param("nobody", PersonalRecords.NOBODY)
				.query(Integer.class)
				.single();
		}
	}

}
