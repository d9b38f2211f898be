package fr.faireavec.admin;

import java.util.Locale;
import java.util.Optional;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Role;
import fr.faireavec.factors.StrongMeans;
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

	private final StrongMeans means;

	private final BaseUrl addresses;

	private final MessageSource messages;

	AppointedLetter(Accounts accounts, StrongMeans means, BaseUrl addresses, MessageSource messages) {
		this.accounts = accounts;
		this.means = means;
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
		Optional<Account> account = this.accounts.ofPerson(envelope.recipientId());
		Role role = account.map(Account::getRole).orElse(Role.FACILITATOR);
		Letter letter = Letter.about(say("appointed.subject." + role)).text(say("appointed.text." + role));
		String token = envelope.secret();
		// Whoever had a role before still has what they had set up.
		if (token == null && account.filter((known) -> this.means.of(known.getId()).isAny()).isEmpty()) {
			letter = letter.text(say("appointed.anew"));
		}
		return (token != null)
				? letter.button(say("accept"), this.addresses.of("/invitation/" + token)).small(say("once"))
				: letter.button(say("signIn"), this.addresses.of("/connexion"));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("admin.letter." + key, args, Locale.FRENCH);
	}

}
