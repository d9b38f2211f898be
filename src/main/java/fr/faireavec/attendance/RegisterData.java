package fr.faireavec.attendance;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;

import org.springframework.stereotype.Component;

/**
 * When somebody was there. A register is evidence: the line stays, with the name as it
 * was until its term ({@link NameExpiry}), and is counted after it.
 */
@Component
class RegisterData implements PersonalDataHolder {

	@Override
	public List<String> names() {
		return List.of("""
				SELECT a.person_name FROM attendance a JOIN person p ON p.id = a.person_id
				WHERE a.person_id = :person AND p.erased_at IS NULL AND a.person_name <> 'Personne effacée'""");
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.attendance", """
				SELECT p.name AS "parcours.name", h.starts_at AS "half_day.starts_at", h.ends_at AS "half_day.ends_at",
				       a.person_name AS "attendance.person_name", a.status AS "attendance.status",
				       a.how AS "attendance.how", a.recorded_at AS "attendance.recorded_at"
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
