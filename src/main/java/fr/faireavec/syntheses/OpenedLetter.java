package fr.faireavec.syntheses;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Pilotage;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a pilot or copilot what a public page may show of their structure. */
@Component
@Transactional(readOnly = true)
public class OpenedLetter implements LetterKind {

	/** The subject is the page that was opened. */
	static final String NAME = "syntheses.opened";

	private final PublicSyntheses syntheses;

	private final AllParcours allParcours;

	private final Pilotage pilotage;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	OpenedLetter(PublicSyntheses syntheses, AllParcours allParcours, Pilotage pilotage, MessageSource messages,
			BaseUrl base, Clock clock) {
		this.syntheses = syntheses;
		this.allParcours = allParcours;
		this.pilotage = pilotage;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Unless it was closed, or this person stands for nobody there any more. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return parcours(envelope)
			.filter((parcours) -> !this.pilotage
				.structures(parcours.getId(), envelope.recipientId(), parcours.today(this.clock))
				.isEmpty())
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Parcours parcours = parcours(envelope).orElseThrow(NotFound::new);
		return Letter.about(say("subject", parcours.getName()))
			.text(say("text", parcours.getName()))
			.text(say("what"))
			.button(say("open"), this.base.of("/parcours/" + parcours.getSlug() + "/synthese"))
			.small(say("nothing"));
	}

	private Optional<Parcours> parcours(Envelope envelope) {
		return this.syntheses.open(envelope.subjectId())
			.flatMap((open) -> this.allParcours.findById(open.parcoursId()));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("syntheses.letter.opened." + key, words, Locale.FRENCH);
	}

}
