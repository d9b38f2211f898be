package fr.faireavec.privacy;

import java.util.Locale;

import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells somebody, at the address they had, that they were erased. */
@Component
class ErasedLetter implements LetterKind {

	static final String NAME = "privacy.erased";

	private final MessageSource messages;

	ErasedLetter(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return true;
	}

	@Override
	public boolean isLast() {
		return true;
	}

	@Override
	public Letter render(Envelope envelope) {
		return Letter.about(say("subject")).text(say("text")).text(say("kept")).small(say("small"));
	}

	private String say(String key) {
		return this.messages.getMessage("privacy.letter.erased." + key, null, Locale.FRENCH);
	}

}
