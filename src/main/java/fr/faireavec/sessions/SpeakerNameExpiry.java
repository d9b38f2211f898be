package fr.faireavec.sessions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.parcours.EvidenceTerm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who spoke at a day is known as long as who was there. */
@Component
class SpeakerNameExpiry implements EvidenceExpiry {

	private static final String OVER = EvidenceTerm.over("coalesce(s.starts_at::date, p.ends_on)");

	private final JdbcClient jdbc;

	SpeakerNameExpiry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "sessions.speakers";
	}

	@Override
	public List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc.sql("""
				SELECT id, name, over_on, count(*) AS lines FROM (
				  SELECT p.id, p.name, %s AS over_on FROM guest_speaker g
				    JOIN collective_session s ON s.id = g.session_id JOIN parcours p ON p.id = s.parcours_id
				  WHERE g.name <> :nobody) named
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
		return this.jdbc.sql("""
				UPDATE guest_speaker SET name = :nobody, organisation = '', email = NULL, version = version + 1
				WHERE id IN (
				  SELECT g.id FROM guest_speaker g JOIN collective_session s ON s.id = g.session_id
				    JOIN parcours p ON p.id = s.parcours_id
				  WHERE g.name <> :nobody AND p.id = :parcours AND %s = :on LIMIT :most)""".formatted(OVER))
			.param("nobody", PersonalRecords.NOBODY)
			.param("parcours", parcoursId)
			.param("on", on)
			.param("most", most)
			.params(EvidenceTerm.parameters(terms))
			.update();
	}

}
