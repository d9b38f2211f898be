package fr.faireavec.admin;

import java.util.Locale;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Invites somebody in, or once more. */
@Component
class InvitedLetter implements LetterKind {

	static final String KIND = "admin.invited";

	private final Accounts accounts;

	private final BaseUrl addresses;

	private final MessageSource messages;

	InvitedLetter(Accounts accounts, BaseUrl addresses, MessageSource messages) {
		this.accounts = accounts;
		this.addresses = addresses;
		this.messages = messages;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.accounts.ofPerson(envelope.recipientId()).filter((account) -> !account.isDisabled()).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Letter letter = Letter.about(say("invited.subject"));
		String token = envelope.secret();
		return (token != null)
				? letter.text(say("invited.text"))
					.button(say("accept"), this.addresses.of("/invitation/" + token))
					.small(say("once"))
				: letter.text(say("invited.again")).button(say("signIn"), this.addresses.of("/connexion"));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("admin.letter." + key, args, Locale.FRENCH);
	}

}
