package fr.faireavec.polls;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who run a parcours that its poll has all its answers, or is closed. */
@Component
@Transactional(readOnly = true)
class PollNewsLetter implements LetterKind {

	/** The subject is the poll. */
	static final String NAME = "polls.news";

	private final PollReading reading;

	private final AllParcours allParcours;

	private final MessageSource messages;

	private final BaseUrl base;

	PollNewsLetter(PollReading reading, AllParcours allParcours, MessageSource messages, BaseUrl base) {
		this.reading = reading;
		this.allParcours = allParcours;
		this.messages = messages;
		this.base = base;
	}

	/** What became of a poll. */
	enum News {

		ALL_ANSWERED, CLOSED

	}

	static Posting posting(UUID personId, UUID pollId, News news, Instant at) {
		return Posting.of(NAME, personId, pollId).apart(news + ":" + at.getEpochSecond()).with(news.name());
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** While there is something to decide, and they run it. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.reading.of(envelope.subjectId())
			.filter(PollSheet::isAlive)
			.flatMap((poll) -> poll.askee(envelope.recipientId()))
			.filter((askee) -> askee.kind() == Askee.Kind.FACILITATOR)
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		PollSheet poll = this.reading.of(envelope.subjectId()).orElseThrow(NotFound::new);
		Parcours parcours = this.allParcours.findById(poll.parcoursId()).orElseThrow(NotFound::new);
		String news = String.valueOf(envelope.secret());
		long answered = poll.participants().stream().filter(poll::hasAnswered).count();
		return Letter.about(say(news + ".subject", parcours.getName()))
			.text(say(news + ".text", parcours.getName()))
			.fact(say("answers"), say("answers.of", answered, poll.participants().size()))
			.button(say("see"), this.base.of("/parcours/" + parcours.getSlug() + "/planification"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("polls.letter.news." + key, words, Locale.FRENCH);
	}

}
