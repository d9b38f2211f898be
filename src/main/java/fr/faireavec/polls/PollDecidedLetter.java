package fr.faireavec.polls;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who were asked which dates were taken: those that are firm, and the others.
 */
@Component
@Transactional(readOnly = true)
class PollDecidedLetter implements LetterKind {

	/** The subject is the poll. */
	static final String NAME = "polls.decided";

	private final PollReading reading;

	private final SessionRows sessions;

	private final AllParcours allParcours;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	PollDecidedLetter(PollReading reading, SessionRows sessions, AllParcours allParcours, FrenchFormat french,
			MessageSource messages, BaseUrl base) {
		this.reading = reading;
		this.sessions = sessions;
		this.allParcours = allParcours;
		this.french = french;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** While one of their days has a date, and they are still among those asked. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.reading.of(envelope.subjectId())
			.filter((poll) -> poll.life().decidedAt() != null)
			.flatMap((poll) -> poll.askee(envelope.recipientId())
				.filter((askee) -> !dated(poll, askee).isEmpty())
				.filter((askee) -> !askee.isGuest() || envelope.address().equalsIgnoreCase(askee.email())))
			.isPresent();
	}

	/** As the days are by now: whatever moved meanwhile is said as it is. */
	@Override
	public Letter render(Envelope envelope) {
		PollSheet poll = this.reading.of(envelope.subjectId()).orElseThrow(NotFound::new);
		Askee askee = poll.askee(envelope.recipientId()).orElseThrow(NotFound::new);
		Parcours parcours = this.allParcours.findById(poll.parcoursId()).orElseThrow(NotFound::new);
		List<SessionRow> days = dated(poll, askee);
		Letter letter = Letter.about(say("subject", parcours.getName())).text(say("text", parcours.getName()));
		boolean firm = false;
		boolean reserved = false;
		for (SessionRow day : days) {
			TimeSlot slot = day.slot();
			if (slot == null) {
				continue;
			}
			boolean kept = day.state() == SessionState.RESERVED;
			reserved |= kept;
			firm |= !kept;
			letter = letter.fact(say("day", String.valueOf(day.rank()), day.title()), say(kept ? "reserved" : "firm",
					this.french.fullDay(slot.start()), this.french.hours(slot.start(), slot.end())));
		}
		if (firm) {
			letter = letter.text(say("firm.text." + askee.kind()));
		}
		if (reserved) {
			letter = letter.text(say("reserved.text"));
		}
		return askee.isGuest() ? letter
				: letter.button(say("see"), this.base.of("/parcours/" + parcours.getSlug() + "/seances"));
	}

	private List<SessionRow> dated(PollSheet poll, Askee askee) {
		Set<Integer> ranks = poll.days()
			.stream()
			.map(PollSheet.AskedOn::rank)
			.filter(askee::isAskedAbout)
			.collect(Collectors.toSet());
		return this.sessions.of(poll.parcoursId())
			.stream()
			.filter((day) -> ranks.contains(day.rank()) && day.state().keepsItsDate())
			.toList();
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("polls.letter.decided." + key, words, Locale.FRENCH);
	}

}
