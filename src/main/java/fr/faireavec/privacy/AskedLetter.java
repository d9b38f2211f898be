package fr.faireavec.privacy;

import java.util.Locale;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells the administration that somebody asks to be erased, and by when to answer; not
 * who: that is read on the page.
 */
@Component
class AskedLetter implements LetterKind {

	static final String NAME = "privacy.asked";

	private final ErasureRequests requests;

	private final MessageSource messages;

	private final BaseUrl addresses;

	private final FrenchFormat french;

	AskedLetter(ErasureRequests requests, MessageSource messages, BaseUrl addresses, FrenchFormat french) {
		this.requests = requests;
		this.messages = messages;
		this.addresses = addresses;
		this.french = french;
	}

	/** One to each of the administration, whoever asks themselves among them. */
	static void post(ErasureRequest request, Accounts accounts, Outbox outbox) {
		accounts.heldAdministrators()
			.forEach((account) -> outbox.post(Posting.of(NAME, account.getPerson().getId(), request.getId())));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.requests.findById(envelope.subjectId())
			.filter((request) -> request.getState() == RequestState.ASKED)
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		String by = this.requests.findById(envelope.subjectId())
			.map((request) -> this.french.date(request.getDueOn()))
			.orElse("");
		return Letter.about(say("subject"))
			.text(say("text", by))
			.button(say("button"), this.addresses.of("/administration/donnees"))
			.small(say("small"));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("privacy.letter.asked." + key, args, Locale.FRENCH);
	}

}
