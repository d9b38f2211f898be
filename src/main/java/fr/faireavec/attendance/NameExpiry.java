package fr.faireavec.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.parcours.EvidenceTerm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names on a register are kept as long as evidence is. Lines and guests stay, and are
 * counted as before.
 */
@Component
class NameExpiry implements EvidenceExpiry {

	private static final String OVER = EvidenceTerm.over("coalesce(s.starts_at::date, p.ends_on)");

	private final JdbcClient jdbc;

	NameExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "attendance.names";
	}

	@Override
	public List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc.sql("""
				SELECT id, name, over_on, count(*) AS lines FROM (
				  SELECT p.id, p.name, %s AS over_on FROM (
				      SELECT h.session_id FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				      WHERE a.person_name <> :nobody
				      UNION ALL SELECT session_id FROM session_guest WHERE name <> :nobody) line
				    JOIN collective_session s ON s.id = line.session_id JOIN parcours p ON p.id = s.parcours_id) named
				WHERE over_on <= :until GROUP BY id, name, over_on ORDER BY over_on, name, id
				""".formatted(OVER))
			.param("nobody", PersonalRecords.NOBODY)
			.param("until", until)
			.params(EvidenceTerm.parameters(terms))
			.query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("over_on", LocalDate.class), row.getInt("lines")))
			.list();
	}

	@Override
	public int forget(Terms terms, UUID parcoursId, LocalDate on, int most) {
		String sessions = """
				SELECT s.id FROM collective_session s JOIN parcours p ON p.id = s.parcours_id
				WHERE p.id = :parcours AND %s = :on""".formatted(OVER);
		int lines = run("""
				UPDATE attendance SET person_name = :nobody, version = version + 1 WHERE id IN (
				  SELECT a.id FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  WHERE a.person_name <> :nobody AND h.session_id IN (%s) LIMIT :most)""".formatted(sessions), terms,
				parcoursId, on, most);
		return lines + run("""
				UPDATE session_guest SET name = :nobody, organisation = '', version = version + 1 WHERE id IN (
				  SELECT g.id FROM session_guest g
				  WHERE g.name <> :nobody AND g.session_id IN (%s) LIMIT :most)""".formatted(sessions), terms,
				parcoursId, on, most - lines);
	}

	private int run(String sql, Terms terms, UUID parcoursId, LocalDate on, int most) {
		return this.jdbc.sql(sql)
			.param("nobody", PersonalRecords.NOBODY)
			.param("parcours", parcoursId)
			.param("on", on)
			.param("most", most)
			.params(EvidenceTerm.parameters(terms))
			.update();
	}

}
