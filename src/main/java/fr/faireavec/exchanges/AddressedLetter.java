package fr.faireavec.exchanges;

import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells somebody at once that words about an action are for them. */
@Component
class AddressedLetter implements LetterKind {

	/** The subject is what was said. */
	static final String KIND = "exchanges.addressed";

	private final CommentReaders readers;

	private final MessageSource messages;

	private final BaseUrl base;

	AddressedLetter(CommentReaders readers, MessageSource messages, BaseUrl base) {
		this.readers = readers;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** Somebody waits for an answer. */
	@Override
	public boolean canWait() {
		return false;
	}

	/** They may read it still, and did not yet. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.readers.addressed(envelope.recipientId(), envelope.subjectId()).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		News said = this.readers.addressed(envelope.recipientId(), envelope.subjectId()).orElseThrow(NotFound::new);
		return Letter.about(say("subject", said.author(), said.title()))
			.text(say("text", said.author(), said.title(), said.structure()))
			.button(say("open"), this.base.of(said.page()));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("exchanges.letter.addressed." + key, words, Locale.FRENCH);
	}

}
