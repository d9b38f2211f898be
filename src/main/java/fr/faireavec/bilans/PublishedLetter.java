package fr.faireavec.bilans;

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
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a funder's readers that a bilan they may open was published. */
@Component
@Transactional(readOnly = true)
public class PublishedLetter implements LetterKind {

	/** The subject is the bilan; those of one parcours arrive in their order. */
	static final String NAME = "bilans.published";

	private final Bilans bilans;

	private final Readers readers;

	private final AllParcours allParcours;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	PublishedLetter(Bilans bilans, Readers readers, AllParcours allParcours, FrenchFormat french,
			MessageSource messages, BaseUrl base) {
		this.bilans = bilans;
		this.readers = readers;
		this.allParcours = allParcours;
		this.french = french;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** Unless this person reads it no longer. */
	@Override
	public boolean stillDue(Envelope envelope) {
		Optional<Bilan> bilan = this.bilans.of(envelope.subjectId());
		return bilan.isPresent() && this.readers.peopleOf(bilan.get().parcoursId()).contains(envelope.recipientId());
	}

	@Override
	public Letter render(Envelope envelope) {
		Bilan bilan = this.bilans.of(envelope.subjectId()).orElseThrow(NotFound::new);
		BilanDocument document = bilan.document();
		Parcours parcours = this.allParcours.findById(bilan.parcoursId()).orElseThrow(NotFound::new);
		String first = (bilan.number() == 1) ? "first" : "next";
		return Letter.about(say("subject", document.parcours()))
			.text(say("text." + first, document.parcours()))
			.fact(say("period"),
					say("period.of", this.french.date(document.figures().from()),
							this.french.date(document.figures().to())))
			.fact(say("version"),
					say("version.of", bilan.number(), this.french.date(document.publishedAt().atZone(Zones.PARIS))))
			.button(say("open"), this.base.of("/parcours/" + parcours.getSlug() + "/bilan"))
			.small(say("frozen"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("bilans.letter.published." + key, words, Locale.FRENCH);
	}

}
