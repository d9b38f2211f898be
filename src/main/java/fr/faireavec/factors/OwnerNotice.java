package fr.faireavec.factors;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells people by mail that their ways in have changed, in case it was not them. */
@Component
class OwnerNotice implements LetterKind {

	private final Outbox outbox;

	private final MessageSource messages;

	private final BaseUrl baseUrl;

	private final Clock clock;

	OwnerNotice(Outbox outbox, MessageSource messages, BaseUrl baseUrl, Clock clock) {
		this.outbox = outbox;
		this.messages = messages;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * @param what the audited fact, which is also the letter's first sentence
	 */
	void post(Viewer viewer, String what) {
		post(viewer.personId(), viewer.accountId(), what);
	}

	void post(UUID personId, UUID accountId, String what) {
		this.outbox.post(Posting.of(name(), personId, accountId)
			.apart(what + ":" + this.clock.instant().toEpochMilli())
			.with(what));
	}

	@Override
	public String name() {
		return "factors.changed";
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return true;
	}

	@Override
	public Letter render(Envelope envelope) {
		return Letter.about(word("factors.letter.changed.subject"))
			.text(word("factors.letter." + envelope.secret()))
			.text(word("factors.letter.changed.ifNotYou"))
			.button(word("factors.letter.changed.button"), this.baseUrl.of("/mon-compte/cles"));
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
