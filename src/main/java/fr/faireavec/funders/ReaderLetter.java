package fr.faireavec.funders;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.signin.Invitations;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody that they read the bilans for a funder, and lets them in. */
@Component
@Transactional(readOnly = true)
public class ReaderLetter implements LetterKind {

	/** The subject is the naming, not the funder: named again, one is told again. */
	static final String NAME = "funders.reader";

	private final FunderReaders readers;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	ReaderLetter(FunderReaders readers, FrenchFormat french, MessageSource messages, BaseUrl base) {
		this.readers = readers;
		this.french = french;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return reading(envelope.subjectId()).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		String funder = reading(envelope.subjectId()).orElseThrow(NotFound::new).getFunder().getName();
		Letter letter = Letter.about(say("subject", funder)).text(say("text", funder)).text(say("what"));
		String secret = envelope.secret();
		if (secret == null) {
			return letter.button(say("open"), this.base.of("/bilans")).small(say("known"));
		}
		return letter.button(say("enter"), this.base.of("/invitation/" + secret))
			.small(say("once", this.french.date(Invitations.lastDay(envelope.postedAt()))));
	}

	private Optional<FunderReader> reading(UUID id) {
		return this.readers.findById(id).filter((reader) -> !reader.isRemoved());
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("funders.letter.reader." + key, words, Locale.FRENCH);
	}

}
