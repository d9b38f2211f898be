package fr.faireavec.polls;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** Which dates somebody could goes with them; the dates that were taken stay. */
@Component
class PollData implements PersonalDataHolder {

	private final PersonalRecords records;

	PollData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("""
				SELECT d.parcours_id FROM poll_reply r JOIN date_poll d ON d.id = r.poll_id
				WHERE r.person_id = :person OR r.said_by = :person""",
				"SELECT parcours_id FROM date_poll WHERE opened_by = :person");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(
				this.records.texts("privacy.text.pollMessage", "date_poll", List.of("message"),
						"date_poll t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id", "p.name"),
				this.records.texts("privacy.text.pollComment", "poll_reply", List.of("comment"),
						"poll_reply t JOIN date_poll d ON d.id = t.poll_id JOIN parcours p ON p.id = d.parcours_id",
						"d.parcours_id", "p.name"),
				this.records.texts("privacy.text.pollPlace", "poll_day", List.of("venue", "address", "video_link"),
						"poll_day t JOIN date_poll d ON d.id = t.poll_id JOIN parcours p ON p.id = d.parcours_id",
						"d.parcours_id", "p.name || ', ' || t.rank"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.polls", """
				SELECT p.name AS "parcours.name", o.held_on AS "poll_option.held_on", a.said AS "poll_answer.said",
				       r.comment AS "poll_reply.comment", r.said_at AS "poll_reply.said_at",
				       r.asked_on AS "poll_reply.asked_on"
				FROM poll_reply r JOIN date_poll d ON d.id = r.poll_id JOIN parcours p ON p.id = d.parcours_id
				  LEFT JOIN poll_answer a ON a.reply_id = r.id LEFT JOIN poll_option o ON o.id = a.option_id
				WHERE r.person_id = :person ORDER BY d.opened_at, o.held_on, o.id"""),
				new Excerpt("privacy.section.pollsOpened", """
						SELECT p.name AS "parcours.name", d.opened_at AS "date_poll.opened_at"
						FROM date_poll d JOIN parcours p ON p.id = d.parcours_id
						WHERE d.opened_by = :person ORDER BY d.opened_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.polls", "SELECT count(*) FROM poll_reply WHERE person_id = :person"));
	}

	/**
	 * What they wrote down for somebody who phoned stays, said by nobody in particular.
	 */
	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM poll_reply WHERE person_id = :person", subject, at);
		this.records.change("UPDATE poll_reply SET said_by = NULL, version = version + 1 WHERE said_by = :person",
				subject, at);
		this.records.change("UPDATE date_poll SET opened_by = NULL, version = version + 1 WHERE opened_by = :person",
				subject, at);
	}

}
