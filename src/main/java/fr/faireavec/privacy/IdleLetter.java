package fr.faireavec.privacy;

import java.time.LocalDate;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells somebody who has not come for long that their account goes, and how to keep it.
 */
@Component
class IdleLetter implements LetterKind {

	static final String NAME = "privacy.idle";

	private final IdlePeople idle;

	private final MessageSource messages;

	private final BaseUrl addresses;

	private final FrenchFormat french;

	IdleLetter(IdlePeople idle, MessageSource messages, BaseUrl addresses, FrenchFormat french) {
		this.french = french;
		this.idle = idle;
		this.messages = messages;
		this.addresses = addresses;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.idle.isWarned(envelope.recipientId());
	}

	@Override
	public Letter render(Envelope envelope) {
		LocalDate day = LocalDate.ofInstant(envelope.postedAt(), Zones.PARIS).plus(Keeping.NOTICE);
		return Letter.about(say("subject"))
			.text(say("text", this.french.date(day)))
			.button(say("button"), this.addresses.of("/connexion"))
			.small(say("small"));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("privacy.letter.idle." + key, args, Locale.FRENCH);
	}

}
