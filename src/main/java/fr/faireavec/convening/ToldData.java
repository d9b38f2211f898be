package fr.faireavec.convening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which dates somebody was told of, and when: forgotten with them. A name in what was
 * said of a change is taken out of it.
 */
@Component
class ToldData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	ToldData(PersonalRecords records, JdbcClient jdbc) {
		this.records = records;
		this.jdbc = jdbc;
	}

	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.dateWhy",
				"""
						SELECT c.id, coalesce(s.parcours_id, e.parcours_id) AS parcours_id, false AS own, p.name AS place, 'why' AS part,
						       c.why AS words, 300 AS longest
						FROM calendar_entry c LEFT JOIN collective_session s ON s.id = c.session_id
						  LEFT JOIN individual_meeting m ON m.id = c.meeting_id LEFT JOIN enrolment e ON e.id = m.enrolment_id
						  JOIN parcours p ON p.id = coalesce(s.parcours_id, e.parcours_id) WHERE c.why <> ''""",
				this::redact));
	}

	private boolean redact(UUID id, Map<String, Change> parts) {
		Change why = parts.get("why");
		return why != null && this.jdbc
			.sql("""
					UPDATE calendar_entry SET why = btrim(:after), why_said_at = CASE WHEN btrim(:after) <> '' THEN why_said_at END
					WHERE id = :id AND why = :before""")
			.param("after", why.after())
			.param("before", why.before())
			.param("id", id)
			.update() == 1;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.told",
				"""
						SELECT starts_at AS "calendar_told.starts_at", ends_at AS "calendar_told.ends_at",
						       news AS "calendar_told.news", address AS "calendar_told.address", told_at AS "calendar_told.told_at"
						FROM calendar_told WHERE person_id = :person OR address IN (:addresses) ORDER BY told_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.told",
				"SELECT count(*) FROM calendar_told WHERE person_id = :person OR address IN (:addresses)"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM calendar_told WHERE person_id = :person OR address IN (:addresses)", subject,
				at);
	}

}
