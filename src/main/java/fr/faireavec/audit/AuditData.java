package fr.faireavec.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

	/** Whoever did something in a parcours sat there. */
	@Override
	public List<String> seats() {
		return List
			.of("SELECT parcours_id FROM audit_row WHERE actor_id IN (SELECT sheets(:person)) AND parcours_id IS NOT NULL");
	}

	/**
	 * A row about somebody else known here never says this person's name, but a
	 * namesake's.
	 */
	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.audit",
				"""
						SELECT a.id, a.parcours_id, a.subject_id IN (SELECT sheets(:person)) AS own, c.name AS place, v.part, v.words, v.longest
						FROM audit_row a LEFT JOIN parcours c ON c.id = a.parcours_id CROSS JOIN LATERAL (
						  SELECT '' AS part, a.label AS words, 300 AS longest
						  UNION ALL
						  SELECT e.key || '/' || (i.place - 1), i.item, NULL
						  FROM jsonb_each(a.changes) e, jsonb_array_elements_text(e.value) WITH ORDINALITY AS i (item, place)
						  WHERE i.item IS NOT NULL) v
						WHERE (a.parcours_id IS NULL OR a.parcours_id IN (:seats) OR a.subject_id IN (SELECT sheets(:person)))
						  AND NOT EXISTS (SELECT 1 FROM person o WHERE o.id = a.subject_id
						    AND o.id NOT IN (SELECT sheets(:person)))""",
				this::redact));
	}

	private boolean redact(UUID id, Map<String, Change> parts) {
		return parts.entrySet()
			.stream()
			.allMatch((part) -> this.jdbc.sql("SELECT redact_audit(:id, :part, :before, :after)")
				.param("id", id)
				.param("part", part.getKey())
				.param("before", part.getValue().before())
				.param("after", part.getValue().after())
				.query(Integer.class)
				.single() == 1);
	}

	/** The label of a row about somebody else may be their name: it is left out. */
	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.done",
				"""
						SELECT happened_at AS "audit_row.happened_at", what AS "audit_row.what",
						  CASE WHEN parcours_id IS NOT NULL OR subject_id IN (SELECT sheets(:person)) THEN label END AS "audit_row.label"
						FROM audit_row WHERE actor_id IN (SELECT sheets(:person)) ORDER BY happened_at DESC, id DESC"""),
				new Excerpt("privacy.section.undergone", """
						SELECT happened_at AS "audit_row.happened_at", what AS "audit_row.what",
						  label AS "audit_row.label"
						FROM audit_row WHERE subject_id IN (SELECT sheets(:person))
						  AND (actor_id IS NULL OR actor_id NOT IN (SELECT sheets(:person)))
						ORDER BY happened_at DESC, id DESC"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.done",
				"SELECT count(*) FROM audit_row WHERE actor_id IN (SELECT sheets(:person))", "privacy.kept.audit"));
	}

	/**
	 * Line by line, as {@link #texts} says them: the facts stay. What a correction of
	 * their own name says is that name, also one that nobody remembers any more.
	 */
	@Override
	public void erase(Subject subject, Instant at) {
		this.jdbc
			.sql("""
					SELECT redact_audit(a.id, v.part, v.words, :nobody) FROM audit_row a CROSS JOIN LATERAL (VALUES
					  ('', a.label), ('name/0', a.changes #>> '{name,0}'), ('name/1', a.changes #>> '{name,1}')) v (part, words)
					WHERE a.subject_id IN (SELECT sheets(:person)) AND a.what IN ('person.corrected', 'person.reunited') AND v.words <> :nobody""")
			.param("person", subject.personId())
			.param("nobody", PersonalRecords.NOBODY)
			.query(Integer.class)
			.list();
	}

}
