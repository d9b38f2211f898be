package fr.faireavec.admin;

import java.util.Locale;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Role;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells somebody that they are now of the animation, or of the administration. */
@Component
class AppointedLetter implements LetterKind {

	static final String KIND = "admin.appointed";

	private final Accounts accounts;

	private final BaseUrl addresses;

	private final MessageSource messages;

	AppointedLetter(Accounts accounts, BaseUrl addresses, MessageSource messages) {
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
		return this.accounts.ofPerson(envelope.recipientId())
			.filter((account) -> account.getRole() != null && !account.isDisabled())
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Role role = this.accounts.ofPerson(envelope.recipientId()).map(Account::getRole).orElse(Role.FACILITATOR);
		Letter letter = Letter.about(say("appointed.subject." + role)).text(say("appointed.text." + role));
		String token = envelope.secret();
		return (token != null)
				? letter.button(say("accept"), this.addresses.of("/invitation/" + token)).small(say("once"))
				: letter.button(say("signIn"), this.addresses.of("/connexion"));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("admin.letter." + key, args, Locale.FRENCH);
	}

}
