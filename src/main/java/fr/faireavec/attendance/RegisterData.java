package fr.faireavec.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When somebody was there. A register is evidence: the line stays, with the name as it
 * was until its term ({@link NameExpiry}), and is counted after it. A guest's name goes
 * with the person.
 */
@Component
class RegisterData implements PersonalDataHolder {

	private static final String GUEST = """
			plain_text(g.name) IN (SELECT plain_text(n) FROM unnest(ARRAY[:names]::text[]) n)
			AND (g.represents_enrolment_id IN (SELECT m.enrolment_id FROM mandate m WHERE m.person_id = :person)
			  OR plain_text(g.organisation) IN (SELECT plain_text(o.name) FROM mandate m
			       JOIN enrolment e ON e.id = m.enrolment_id JOIN structure o ON o.id = e.structure_id
			     WHERE m.person_id = :person))""";

	private final JdbcClient jdbc;

	RegisterData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** As a guest only where it was for a structure of theirs: a name is not enough. */
	@Override
	public List<String> seats() {
		return List.of("""
				SELECT s.parcours_id FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  JOIN collective_session s ON s.id = h.session_id
				WHERE a.person_id = :person OR a.recorded_by = :person""", """
				SELECT s.parcours_id FROM register_seal r JOIN half_day h ON h.id = r.half_day_id
				  JOIN collective_session s ON s.id = h.session_id WHERE r.countersigned_by = :person""", """
				SELECT s.parcours_id FROM session_guest g JOIN collective_session s ON s.id = g.session_id
				WHERE %s""".formatted(GUEST));
	}

	/**
	 * A guest goes whole, with the organisation they came for: still counted, nameless.
	 */
	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.guest",
				"""
						SELECT g.id, s.parcours_id, false AS own,
						       p.name || coalesce(', ' || nullif(g.organisation, ''), '') AS place, 'name' AS part, g.name AS words,
						       120 AS longest
						FROM session_guest g JOIN collective_session s ON s.id = g.session_id
						  JOIN parcours p ON p.id = s.parcours_id WHERE g.name <> '%s'"""
					.formatted(PersonalRecords.NOBODY),
				this::forgetGuest)
			.ofNames());
	}

	private boolean forgetGuest(UUID id, Map<String, Change> parts) {
		return this.jdbc.sql("""
				UPDATE session_guest SET name = :nobody, organisation = '', version = version + 1
				WHERE id = :id AND name = :before""")
			.param("nobody", PersonalRecords.NOBODY)
			.param("id", id)
			.param("before", parts.values().iterator().next().before())
			.update() == 1;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.attendance", """
				SELECT p.name AS "parcours.name", h.starts_at AS "half_day.starts_at", h.ends_at AS "half_day.ends_at",
				       a.person_name AS "attendance.person_name", a.status AS "attendance.status",
				       a.how AS "attendance.how", a.came_at AS "attendance.came_at", a.left_at AS "attendance.left_at",
				       a.remote AS "attendance.remote", a.stay_noted_at AS "attendance.stay_noted_at",
				       a.recorded_at AS "attendance.recorded_at"
				FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  JOIN collective_session s ON s.id = h.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE a.person_id = :person ORDER BY h.starts_at, a.id"""), new Excerpt("privacy.section.seals", """
				SELECT p.name AS "parcours.name", h.starts_at AS "half_day.starts_at",
				       r.countersigned_at AS "register_seal.countersigned_at"
				FROM register_seal r JOIN half_day h ON h.id = r.half_day_id
				  JOIN collective_session s ON s.id = h.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE r.countersigned_by = :person ORDER BY h.starts_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(
				new Fate("privacy.fate.attendance", "SELECT count(*) FROM attendance WHERE person_id = :person",
						"privacy.kept.evidence"),
				new Fate("privacy.fate.seals", "SELECT count(*) FROM register_seal WHERE countersigned_by = :person",
						"privacy.kept.evidence"));
	}

	/** The term decides, the same night or years later. */
	@Override
	public void erase(Subject subject, Instant at) {
	}

}
