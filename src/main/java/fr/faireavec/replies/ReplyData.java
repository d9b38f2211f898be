package fr.faireavec.replies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody said of coming goes with them; whoever was to come in their place, by
 * name.
 */
@Component
class ReplyData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	ReplyData(PersonalRecords records, JdbcClient jdbc) {
		this.records = records;
		this.jdbc = jdbc;
	}

	@Override
	public List<String> seats() {
		return List.of("""
				SELECT s.parcours_id FROM reply r JOIN collective_session s ON s.id = r.session_id
				WHERE r.person_id = :person OR r.said_by = :person""");
	}

	/** A replacement goes whole, with the organisation they would have come for. */
	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.replacement", """
				SELECT r.id, s.parcours_id, false AS own, p.name || ', ' || s.rank AS place, 'replacement_name' AS part,
				       r.replacement_name AS words, 120 AS longest
				FROM reply r JOIN collective_session s ON s.id = r.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE r.replacement_name NOT IN ('', '%s')"""
			.formatted(PersonalRecords.NOBODY), this::forget).ofNames(), this.records.texts("privacy.text.needs",
					"reply", List.of("meals", "access"),
					"reply t JOIN collective_session s ON s.id = t.session_id JOIN parcours p ON p.id = s.parcours_id",
					"s.parcours_id", "p.name || ', ' || s.rank"));
	}

	private boolean forget(UUID id, Map<String, Change> parts) {
		return this.jdbc.sql("""
				UPDATE reply SET replacement_name = :nobody, replacement_organisation = '', version = version + 1
				WHERE id = :id AND replacement_name = :before""")
			.param("nobody", PersonalRecords.NOBODY)
			.param("id", id)
			.param("before", parts.values().iterator().next().before())
			.update() == 1;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.calendarReplies",
				"""
						SELECT said AS "calendar_reply.said", sender AS "calendar_reply.sender", attendee AS "calendar_reply.attendee",
						       heard_at AS "calendar_reply.heard_at"
						FROM calendar_reply WHERE attendee IN (:addresses) OR sender IN (:addresses) ORDER BY heard_at"""),
				new Excerpt("privacy.section.replies",
						"""
								SELECT p.name AS "parcours.name", r.day AS "reply.day", r.answer AS "reply.answer",
								       r.meals AS "reply.meals", r.access AS "reply.access", r.how AS "reply.how",
								       r.said_at AS "reply.said_at", r.asked_on AS "reply.asked_on"
								FROM reply r JOIN collective_session s ON s.id = r.session_id JOIN parcours p ON p.id = s.parcours_id
								WHERE r.person_id = :person ORDER BY r.day, r.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.replies", "SELECT count(*) FROM reply WHERE person_id = :person"));
	}

	/** What they said for somebody who phoned stays, said by nobody in particular. */
	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM reply WHERE person_id = :person", subject, at);
		this.records.change("DELETE FROM calendar_reply WHERE attendee IN (:addresses) OR sender IN (:addresses)",
				subject, at);
		this.records.change("UPDATE reply SET said_by = NULL, version = version + 1 WHERE said_by = :person", subject,
				at);
	}

}
