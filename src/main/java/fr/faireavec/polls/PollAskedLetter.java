package fr.faireavec.polls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody which dates they can. */
@Component
@Transactional
class PollAskedLetter implements LetterKind {

	/** The subject is the poll. */
	static final String NAME = "polls.asked";

	private final PollReading reading;

	private final PollLinks links;

	private final AllParcours allParcours;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	PollAskedLetter(PollReading reading, PollLinks links, AllParcours allParcours, FrenchFormat french,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.reading = reading;
		this.links = links;
		this.allParcours = allParcours;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** While it takes answers, and they have one to give. */
	@Override
	public boolean stillDue(Envelope envelope) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Zones.PARIS);
		return this.reading.of(envelope.subjectId())
			.filter((poll) -> poll.takesAnswers(today))
			.flatMap((poll) -> poll.askee(envelope.recipientId()).filter(poll::isAwaited))
			.filter((askee) -> !askee.isGuest() || envelope.address().equalsIgnoreCase(askee.email()))
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		PollSheet poll = this.reading.of(envelope.subjectId()).orElseThrow(NotFound::new);
		Askee askee = poll.askee(envelope.recipientId()).orElseThrow(NotFound::new);
		Parcours parcours = this.allParcours.findById(poll.parcoursId()).orElseThrow(NotFound::new);
		String last = this.french.fullDay(poll.terms().closesOn());
		List<PollSheet.AskedOn> days = poll.days().stream().filter((day) -> askee.isAskedAbout(day.rank())).toList();
		Letter letter = Letter
			.about((days.size() == 1) ? say("subject.one", parcours.getName())
					: say("subject.many", days.size(), parcours.getName()))
			.text(say(poll.hasAnswered(askee) ? "text.again" : askee.isGuest() ? "text.guest" : "text",
					parcours.getName()));
		if (askee.isGuest()) {
			for (PollSheet.AskedOn day : days) {
				letter = letter.fact(say("speaking"), say("day", String.valueOf(day.rank()), day.title()));
			}
		}
		if (!poll.terms().message().isEmpty()) {
			letter = letter.text(poll.terms().message());
		}
		letter = letter.fact(say("until"), last);
		return (askee.kind() == Askee.Kind.FACILITATOR)
				? letter.button(say("answer"),
						this.base.of("/parcours/" + parcours.getSlug() + "/planification/reponses/" + askee.id()))
				: letter.button(say("answer"), this.links.linkFor(askee, poll)).small(say("yours"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("polls.letter.asked." + key, words, Locale.FRENCH);
	}

}
