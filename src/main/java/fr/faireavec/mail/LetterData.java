package fr.faireavec.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which letters somebody was sent, and chose not to be: all forgotten with them. */
@Component
class LetterData implements PersonalDataHolder {

	private static final Map<String, String> PARTS = Map.of("subject", "text", "plain_text", "text", "pieces", "jsonb");

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	LetterData(PersonalRecords records, JdbcClient jdbc) {
		this.records = records;
		this.jdbc = jdbc;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.letters", """
				SELECT posted_at AS "letter.posted_at", kind AS "letter.kind", state AS "letter.state",
				       address AS "letter.address", sent_to AS "letter.sent_to"
				FROM letter WHERE recipient_id = :person
				  OR (guest_id IS NOT NULL AND (lower(address) IN (:addresses) OR lower(sent_to) IN (:addresses)))
				ORDER BY posted_at DESC, id DESC"""), new Excerpt("privacy.section.bounces", """
				SELECT address AS "mail_bounce.address", happened_at AS "mail_bounce.happened_at",
				       status AS "mail_bounce.status"
				FROM mail_bounce WHERE address IN (:addresses)"""), new Excerpt("privacy.section.choices", """
				SELECT kind AS "notification_refusal.kind", refused_at AS "notification_refusal.refused_at"
				FROM notification_refusal WHERE person_id = :person ORDER BY kind"""),
				new Excerpt("privacy.section.weekly", """
						SELECT chosen_at AS "weekly_choice.chosen_at" FROM weekly_choice WHERE person_id = :person"""));
	}

	/**
	 * Only the demo keeps what letters to others say. A mail server's report that names
	 * somebody is about a letter to them, mostly: the whole of it goes.
	 */
	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.report",
				"""
						SELECT r.id, NULL::uuid AS parcours_id, EXISTS (SELECT 1 FROM unnest(ARRAY[:addresses]::text[]) a
						  WHERE strpos(lower(r.sender || ' ' || r.subject || ' ' || r.words), a) > 0) AS own, '' AS place, v.part,
						  v.words, NULL::integer AS longest
						FROM mail_report r CROSS JOIN LATERAL (VALUES ('sender', r.sender), ('subject', r.subject),
						  ('words', r.words)) AS v (part, words)""",
				(id, parts) -> this.jdbc.sql("DELETE FROM mail_report WHERE id = :id").param("id", id).update() == 1),
				new FreeText("privacy.text.letter",
						"""
								SELECT d.letter_id AS id, NULL::uuid AS parcours_id, false AS own, d.to_name AS place, v.part, v.words,
								       v.longest
								FROM demo_letter d CROSS JOIN LATERAL (VALUES ('subject', d.subject, 500),
								  ('plain_text', d.plain_text, NULL), ('pieces', d.pieces::text, NULL)) AS v (part, words, longest)
								JOIN letter l ON l.id = d.letter_id AND l.recipient_id IS DISTINCT FROM :person""",
						this::redactShown));
	}

	private boolean redactShown(UUID letterId, Map<String, Change> parts) {
		return parts.entrySet()
			.stream()
			.allMatch((part) -> PARTS.containsKey(part.getKey()) && this.jdbc
				.sql("UPDATE demo_letter SET " + part.getKey() + " = CAST(:after AS " + PARTS.get(part.getKey())
						+ ") WHERE letter_id = :id AND " + part.getKey() + "::text = :before")
				.param("after", part.getValue().after())
				.param("before", part.getValue().before())
				.param("id", letterId)
				.update() == 1);
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.letters", "SELECT count(*) FROM letter WHERE recipient_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM mail_bounce WHERE address IN (:addresses)", subject, at);
		this.records.change("""
				DELETE FROM mail_report r WHERE EXISTS (SELECT FROM unnest(ARRAY[:addresses]::text[] || ARRAY(
				    SELECT lower(l.sent_to) FROM letter l WHERE l.recipient_id = :person AND l.sent_to <> '')) known
				  WHERE strpos(lower(r.sender || ' ' || r.subject || ' ' || r.words), known) > 0)""", subject, at);
		this.records.change("""
				DELETE FROM letter WHERE recipient_id = :person
				  OR (guest_id IS NOT NULL AND (lower(address) IN (:addresses) OR lower(sent_to) IN (:addresses)))""",
				subject, at);
		this.records.change("DELETE FROM notification_refusal WHERE person_id = :person", subject, at);
		this.records.change("DELETE FROM weekly_choice WHERE person_id = :person", subject, at);
	}

}
