package fr.faireavec.attendance;

import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names on a register are kept until the last day a convention of its parcours asks for
 * its evidence (that day included), else for a time from the day itself. Lines and guests
 * stay, and are counted as before.
 */
@Component
class NameExpiry implements Expiry {

	private static final String PAST_ITS_TERM = """
			CASE WHEN evidence.until IS NOT NULL THEN evidence.until < :today
			     ELSE s.starts_at < CAST(:otherwise AS date) + 1 END""";

	private static final String EVIDENCE = """
			LEFT JOIN LATERAL (SELECT max(c.evidence_until) AS until FROM convention c
			  WHERE c.parcours_id = s.parcours_id) evidence ON true
			""";

	private final JdbcClient jdbc;

	NameExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "attendance.names";
	}

	@Override
	public int forget(Terms terms, int most) {
		int lines = run("""
				UPDATE attendance SET person_name = :nobody, version = version + 1 WHERE id IN (
				  SELECT a.id FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				    JOIN collective_session s ON s.id = h.session_id
				    %s
				  WHERE a.person_name <> :nobody AND %s LIMIT :most)""".formatted(EVIDENCE, PAST_ITS_TERM), terms,
				most);
		return lines + run("""
				UPDATE session_guest g SET name = :nobody, organisation = '', version = version + 1 WHERE g.id IN (
				  SELECT q.id FROM session_guest q JOIN collective_session s ON s.id = q.session_id
				    %s
				  WHERE q.name <> :nobody AND %s LIMIT :most)""".formatted(EVIDENCE, PAST_ITS_TERM), terms,
				most - lines);
	}

	private int run(String sql, Terms terms, int most) {
		return this.jdbc.sql(sql)
			.param("nobody", PersonalRecords.NOBODY)
			.param("today", terms.today())
			.param("otherwise", terms.today().minus(terms.attendance()))
			.param("most", most)
			.update();
	}

}
