package fr.faireavec.replies;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody who did not answer whether they come to a day. */
@Component
@Transactional
public class ReplyLetter implements LetterKind {

	/** The subject is the session. */
	static final String NAME = "replies.asked";

	private final CollectiveSessions sessions;

	private final ReplyReading reading;

	private final ReplyLinks links;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	ReplyLetter(CollectiveSessions sessions, ReplyReading reading, ReplyLinks links, FrenchFormat french,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.sessions = sessions;
		this.reading = reading;
		this.links = links;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** While nothing was said, and something may be. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.sessions.whole(envelope.subjectId())
			.filter((session) -> Answering.whyNot(session, this.clock) == null)
			.flatMap((session) -> this.reading.of(session, envelope.recipientId()))
			.filter(Standing::isSilent)
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		CollectiveSession session = this.sessions.whole(envelope.subjectId()).orElseThrow(NotFound::new);
		TimeSlot slot = session.getSlot();
		if (slot == null) {
			throw new NotFound();
		}
		String day = this.french.fullDay(slot.start());
		Letter letter = Letter.about(say("subject", day))
			.text(say("text", session.getParcours().getName(), session.getRank(), session.getTitle()))
			.fact(say("when"), day + ", " + this.french.hours(slot.start(), slot.end()));
		if (!session.getVenue().isEmpty()) {
			letter = letter.fact(say("where"), session.getVenue());
		}
		Optional<String> link = this.links.linkFor(envelope.recipientId(), session.getId());
		return letter
			.button(say("answer"),
					link.orElseGet(() -> this.base
						.of("/parcours/" + session.getParcours().getSlug() + "/seances/" + session.getRank())))
			.small(say("yours"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("replies.letter.asked." + key, words, Locale.FRENCH);
	}

}
