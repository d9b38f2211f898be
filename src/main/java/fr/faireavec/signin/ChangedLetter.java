package fr.faireavec.signin;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Tells somebody that their ways in have changed, in case it was not them. */
@Component
class ChangedLetter implements LetterKind {

	/** Somebody was handed a link that signs in as them. */
	static final String LINK_ISSUED = "linkIssued";

	private final Outbox outbox;

	private final SignInWords words;

	private final BaseUrl base;

	private final Clock clock;

	ChangedLetter(Outbox outbox, SignInWords words, BaseUrl base, Clock clock) {
		this.outbox = outbox;
		this.words = words;
		this.base = base;
		this.clock = clock;
	}

	/**
	 * @param what the last word of the sentence's key
	 * @param address where to, if not to the person's own address
	 */
	void post(UUID personId, UUID accountId, String what, @Nullable String address) {
		Posting posting = Posting.of(name(), personId, accountId)
			.apart(what + ":" + this.clock.instant().toEpochMilli())
			.with(what);
		this.outbox.post((address != null) ? posting.to(address) : posting);
	}

	@Override
	public String name() {
		return "signin.changed";
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return true;
	}

	@Override
	public Letter render(Envelope envelope) {
		boolean link = LINK_ISSUED.equals(envelope.secret());
		return Letter.about(this.words.say(link ? "signin.letter.linkIssued.subject" : "signin.letter.changed.subject"))
			.text(this.words.say("signin.letter.hello", envelope.name()))
			.text(this.words.say("signin.letter.changed." + envelope.secret()))
			.text(this.words.say(link ? "signin.letter.linkIssued.ifNotYou" : "signin.letter.changed.ifNotYou"))
			.button(this.words.say("signin.letter.changed.button"), this.base.of("/mon-compte/connexions"));
	}

}
