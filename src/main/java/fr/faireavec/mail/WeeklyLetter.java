package fr.faireavec.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waited for somebody who prefers one letter a week, in one, as far as it is still
 * true that morning.
 */
@Component
class WeeklyLetter implements LetterKind {

	static final String KIND = "mail.weekly";

	private final JdbcClient jdbc;

	private final ObjectProvider<LetterKind> kinds;

	private final NotificationChoices choices;

	private final MessageSource messages;

	private final BaseUrl base;

	WeeklyLetter(JdbcClient jdbc, ObjectProvider<LetterKind> kinds, NotificationChoices choices, MessageSource messages,
			BaseUrl base) {
		this.jdbc = jdbc;
		this.kinds = kinds;
		this.choices = choices;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return gathered(envelope).stream().anyMatch(Gathered::isDue);
	}

	@Override
	public Letter render(Envelope envelope) {
		List<Letter> letters = gathered(envelope).stream().filter(Gathered::isDue).map(Gathered::render).toList();
		Letter week = Letter
			.about((letters.size() == 1) ? letters.getFirst().subject() : say("subject", letters.size()))
			.text(say("text"));
		for (Letter letter : letters) {
			week = week.fact(say("news"), letter.subject());
			for (Letter.Block block : letter.blocks()) {
				week = week.and(block);
			}
		}
		return week.small(say("chosen")).button(say("choose"), this.base.of("/mon-compte/notifications"));
	}

	private List<Gathered> gathered(Envelope week) {
		String monday = week.secret();
		if (monday == null) {
			throw new NotFound();
		}
		List<Gathered> gathered = new ArrayList<>();
		this.jdbc.sql("""
				SELECT id, kind, subject_id, posted_at FROM letter
				WHERE recipient_id = :person AND gathered_for = :monday ORDER BY position
				""").param("person", week.recipientId()).param("monday", LocalDate.parse(monday)).query((row) -> {
			String name = row.getString("kind");
			Envelope one = new Envelope(row.getObject("id", UUID.class), week.recipientId(), week.name(),
					week.address(), row.getObject("subject_id", UUID.class), null,
					row.getTimestamp("posted_at").toInstant());
			this.kinds.stream()
				.filter((kind) -> kind.name().equals(name) && kind.canWait()
						&& !this.choices.refuses(week.recipientId(), name))
				.forEach((kind) -> gathered.add(new Gathered(kind, one)));
		});
		return gathered;
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("mail.letter.weekly." + key, args, Locale.FRENCH);
	}

	/** One of those that waited. */
	private record Gathered(LetterKind kind, Envelope envelope) {

		boolean isDue() {
			return this.kind.stillDue(this.envelope);
		}

		Letter render() {
			return this.kind.render(this.envelope);
		}

	}

}
