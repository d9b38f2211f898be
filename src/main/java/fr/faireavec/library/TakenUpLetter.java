package fr.faireavec.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells those who shared an action that another structure tries it. Which one is not
 * said: it did not agree to that.
 */
@Component
class TakenUpLetter implements LetterKind {

	/** The subject is the action that was shared. */
	static final String KIND = "library.takenUp";

	private final JdbcClient jdbc;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	TakenUpLetter(JdbcClient jdbc, MessageSource messages, BaseUrl base, Clock clock) {
		this.jdbc = jdbc;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** Still shared, still wished for, and she still stands for the structure. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.jdbc.sql("""
				SELECT count(*) > 0 FROM logged_action a JOIN mandate m ON m.enrolment_id = a.enrolment_id
				WHERE a.id = :action AND a.library_news AND a.library_terms IS NOT NULL AND m.person_id = :person
				  AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)""")
			.param("action", envelope.subjectId())
			.param("person", envelope.recipientId())
			.param("today", LocalDate.now(this.clock.withZone(Zones.PARIS)))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Letter render(Envelope envelope) {
		return this.jdbc.sql("""
				SELECT a.title, '/parcours/' || p.slug || '/journal/' || a.id AS page
				FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN parcours p ON p.id = e.parcours_id
				WHERE a.id = :action""")
			.param("action", envelope.subjectId())
			.query((row, n) -> Letter.about(say("subject", row.getString("title")))
				.text(say("text", row.getString("title")))
				.button(say("open"), this.base.of(row.getString("page"))))
			.single();
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("library.letter.takenUp." + key, words, Locale.FRENCH);
	}

}
