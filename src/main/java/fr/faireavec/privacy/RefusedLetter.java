package fr.faireavec.privacy;

import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells somebody that they were not erased, and why. */
@Component
class RefusedLetter implements LetterKind {

	static final String NAME = "privacy.refused";

	private final ErasureRequests requests;

	private final MessageSource messages;

	private final BaseUrl addresses;

	RefusedLetter(ErasureRequests requests, MessageSource messages, BaseUrl addresses) {
		this.requests = requests;
		this.messages = messages;
		this.addresses = addresses;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.requests.existsById(envelope.subjectId());
	}

	@Override
	public Letter render(Envelope envelope) {
		String reason = this.requests.findById(envelope.subjectId()).map(ErasureRequest::getReason).orElse("");
		return Letter.about(say("subject"))
			.text(say("text"))
			.fact(say("reason"), reason)
			.button(say("button"), this.addresses.of("/mon-compte/mes-donnees"))
			.small(say("small"));
	}

	private String say(String key) {
		return this.messages.getMessage("privacy.letter.refused." + key, null, Locale.FRENCH);
	}

}
