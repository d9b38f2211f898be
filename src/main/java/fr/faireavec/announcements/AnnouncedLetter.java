package fr.faireavec.announcements;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Pilotage;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a pilot or copilot to read what a bilan will say of their structure. */
@Component
@Transactional(readOnly = true)
public class AnnouncedLetter implements LetterKind {

	/** The subject is the announcement. */
	static final String NAME = "announcements.announced";

	private final Announcements announcements;

	private final AllParcours allParcours;

	private final Pilotage pilotage;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	AnnouncedLetter(Announcements announcements, AllParcours allParcours, Pilotage pilotage, FrenchFormat french,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.announcements = announcements;
		this.allParcours = allParcours;
		this.pilotage = pilotage;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Unless it was published, or this person stands for nobody there any more. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.announcements.underWayOf(envelope.subjectId())
			.flatMap((announced) -> this.allParcours.findById(announced.parcoursId()))
			.filter((parcours) -> !this.pilotage
				.structures(parcours.getId(), envelope.recipientId(), parcours.today(this.clock))
				.isEmpty())
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Optional<Announcement> announced = this.announcements.underWayOf(envelope.subjectId());
		Announcement announcement = announced.orElseThrow(NotFound::new);
		Parcours parcours = this.allParcours.findById(announcement.parcoursId()).orElseThrow(NotFound::new);
		String from = this.french.fullDay(announcement.due().atZone(Zones.PARIS));
		return Letter.about(say("subject", parcours.getName()))
			.text(say("text", parcours.getName(), from))
			.text(say("what"))
			.fact(say("until"), from)
			.button(say("open"), this.base.of("/parcours/" + parcours.getSlug() + "/bilan/de-nous"))
			.small(say("nothing"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("announcements.letter.announced." + key, words, Locale.FRENCH);
	}

}
