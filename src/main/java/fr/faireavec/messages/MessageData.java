package fr.faireavec.messages;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * What somebody wrote to a cohort, which stays, nameless; and which messages they were
 * sent, which is forgotten.
 */
@Component
class MessageData implements PersonalDataHolder {

	private final PersonalRecords records;

	MessageData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM cohort_message WHERE author_id = :person");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.message", "cohort_message", List.of("subject", "words"),
				"cohort_message t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id",
				"p.name || ', ' || to_char(t.sent_at, 'DD/MM/YYYY')"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(messages("privacy.section.messages", "m.author_id = :person"),
				messages("privacy.section.messagesReceived",
						"m.id IN (SELECT message_id FROM message_recipient WHERE person_id = :person)"));
	}

	private static Excerpt messages(String title, String whose) {
		return new Excerpt(title, """
				SELECT p.name AS "parcours.name", m.sent_at AS "cohort_message.sent_at",
				       m.subject AS "cohort_message.subject", m.words AS "cohort_message.words"
				FROM cohort_message m JOIN parcours p ON p.id = m.parcours_id
				WHERE %s ORDER BY m.sent_at, m.id""".formatted(whose));
	}

	@Override
	public List<Fate> fates() {
		return List.of(
				new Fate("privacy.fate.messages", "SELECT count(*) FROM cohort_message WHERE author_id = :person",
						"privacy.kept.counts"),
				Fate.gone("privacy.fate.messagesReceived",
						"SELECT count(DISTINCT message_id) FROM message_recipient WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM message_recipient WHERE person_id = :person", subject, at);
	}

}
