package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Ids;
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

	/** An administrator changed their own address. */
	static final String ADDRESS_CORRECTED = "addressCorrected";

	/**
	 * Somebody else changed the address: what was set up to come in with is forgotten.
	 */
	static final String ADDRESS_CORRECTED_ANEW = "addressCorrectedAnew";

	private final Outbox outbox;

	private final SignInWords words;

	private final BaseUrl base;

	ChangedLetter(Outbox outbox, SignInWords words, BaseUrl base) {
		this.outbox = outbox;
		this.words = words;
		this.base = base;
	}

	/**
	 * @param what the last word of the sentence's key
	 * @param address where to, if not to the person's own address
	 */
	void post(UUID personId, UUID accountId, String what, @Nullable String address) {
		Posting posting = Posting.of(name(), personId, accountId).apart(what + ":" + Ids.next()).with(what);
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
		Letter letter = Letter
			.about(this.words.say(link ? "signin.letter.linkIssued.subject" : "signin.letter.changed.subject"));
		boolean anew = ADDRESS_CORRECTED_ANEW.equals(envelope.secret());
		if (anew || ADDRESS_CORRECTED.equals(envelope.secret())) {
			// Neither address is proved: it may be a stranger who reads.
			letter = letter.text(this.words.say("signin.letter.changed.addressCorrected"));
			if (anew) {
				letter = letter.text(this.words.say("signin.letter.changed.addressCorrected.anew"));
			}
			return letter.text(this.words.say("signin.letter.changed.addressCorrected.do"))
				.button(this.words.say("signin.letter.changed.addressCorrected.button"), this.base.of("/connexion"));
		}
		return letter.text(this.words.say("signin.letter.changed." + envelope.secret()))
			.text(this.words.say(link ? "signin.letter.linkIssued.ifNotYou" : "signin.letter.changed.ifNotYou"))
			.button(this.words.say("signin.letter.changed.button"), this.base.of("/mon-compte/connexions"));
	}

}
