package fr.faireavec.mail;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** Which letters somebody was sent, and chose not to be: all forgotten with them. */
@Component
class LetterData implements PersonalDataHolder {

	private final PersonalRecords records;

	LetterData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.letters", """
				SELECT posted_at AS "letter.posted_at", kind AS "letter.kind", state AS "letter.state",
				       address AS "letter.address", sent_to AS "letter.sent_to"
				FROM letter WHERE recipient_id = :person ORDER BY posted_at DESC, id DESC"""),
				new Excerpt("privacy.section.bounces", """
						SELECT address AS "mail_bounce.address", happened_at AS "mail_bounce.happened_at",
						       status AS "mail_bounce.status"
						FROM mail_bounce WHERE address = lower(:address)"""), new Excerpt("privacy.section.choices", """
						SELECT kind AS "notification_refusal.kind", refused_at AS "notification_refusal.refused_at"
						FROM notification_refusal WHERE person_id = :person ORDER BY kind"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.letters", "SELECT count(*) FROM letter WHERE recipient_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM mail_bounce WHERE address = lower(:address)", subject, at);
		this.records.change("DELETE FROM letter WHERE recipient_id = :person", subject, at);
		this.records.change("DELETE FROM notification_refusal WHERE person_id = :person", subject, at);
		// What the demo shows others may name them.
		this.records.change("""
				UPDATE demo_letter SET subject = regexp_replace(subject, :pattern, 'Personne effacée', 'gi'),
				  plain_text = regexp_replace(plain_text, :pattern, 'Personne effacée', 'gi'),
				  pieces = regexp_replace(pieces::text, :pattern, 'Personne effacée', 'gi')::jsonb
				WHERE subject ~* :pattern OR plain_text ~* :pattern OR pieces::text ~* :pattern""", subject, at);
	}

}
