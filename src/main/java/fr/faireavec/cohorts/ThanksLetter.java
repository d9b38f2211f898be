package fr.faireavec.cohorts;

import java.util.Locale;
import java.util.Optional;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursClosed;
import fr.faireavec.parcours.ParcoursStatus;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells pilots and copilots that their parcours is over, and thanks them. */
@Component
@Transactional
class ThanksLetter implements LetterKind {

	/** The subject is the mandate. */
	static final String NAME = "cohorts.thanks";

	private final Mandates mandates;

	private final Outbox outbox;

	private final MessageSource messages;

	private final BaseUrl base;

	ThanksLetter(Mandates mandates, Outbox outbox, MessageSource messages, BaseUrl base) {
		this.mandates = mandates;
		this.outbox = outbox;
		this.messages = messages;
		this.base = base;
	}

	/** Those who saw it through; in the transaction that closes it. */
	@EventListener
	void thank(ParcoursClosed closed) {
		this.mandates.expectedOn(closed.parcoursId(), closed.on())
			.stream()
			.filter((mandate) -> mandate.getPerson().getEmail() != null)
			.forEach((mandate) -> this.outbox
				.post(Posting.of(NAME, mandate.getPerson().getId(), mandate.getId()).apart(closed.on().toString())));
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Unless it was reopened meanwhile. */
	@Override
	@Transactional(readOnly = true)
	public boolean stillDue(Envelope envelope) {
		return stands(envelope).filter((mandate) -> parcours(mandate).getStatus() == ParcoursStatus.CLOSED).isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public Letter render(Envelope envelope) {
		Mandate mandate = stands(envelope).orElseThrow(NotFound::new);
		Parcours parcours = parcours(mandate);
		return Letter.about(say("subject", parcours.getName()))
			.text(say("text", parcours.getName(), mandate.getEnrolment().getStructure().getName()))
			.text(say("next"))
			.button(say("open"), this.base.of("/parcours/" + parcours.getSlug()));
	}

	private Optional<Mandate> stands(Envelope envelope) {
		return this.mandates.findById(envelope.subjectId());
	}

	private static Parcours parcours(Mandate mandate) {
		return mandate.getEnrolment().getParcours();
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("cohorts.letter.thanks." + key, words, Locale.FRENCH);
	}

}
