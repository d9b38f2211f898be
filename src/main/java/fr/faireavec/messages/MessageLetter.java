package fr.faireavec.messages;

import java.util.Locale;
import java.util.regex.Pattern;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody of the animation wrote, in their words; an answer goes to them. Nobody
 * may choose not to receive it: « train supprimé » is for everybody.
 */
@Component
@Transactional(readOnly = true)
class MessageLetter implements LetterKind {

	/** The subject is the message. */
	static final String NAME = "messages.cohort";

	private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

	private final CohortMessages messages;

	private final Addressing addressing;

	private final Accounts accounts;

	private final FrenchFormat french;

	private final MessageSource words;

	private final BaseUrl base;

	MessageLetter(CohortMessages messages, Addressing addressing, Accounts accounts, FrenchFormat french,
			MessageSource words, BaseUrl base) {
		this.messages = messages;
		this.addressing = addressing;
		this.accounts = accounts;
		this.french = french;
		this.words = words;
		this.base = base;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Whoever left meanwhile is not written to. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.messages.whole(envelope.subjectId())
			.filter((message) -> message.getParcours().getStatus().keepsItsPeople())
			.filter((message) -> this.addressing.stands(message.getParcours(), envelope.recipientId()))
			.isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		CohortMessage message = this.messages.whole(envelope.subjectId()).orElseThrow(NotFound::new);
		Letter letter = Letter.about(message.getSubject());
		for (String paragraph : BLANK_LINE.splitAsStream(message.getWords()).toList()) {
			letter = letter.text(paragraph.strip());
		}
		String parcours = message.getParcours().getName();
		String address = "/parcours/" + message.getParcours().getSlug();
		CollectiveSession session = message.getSession();
		if (session != null) {
			letter = letter.fact(say("about"), about(session));
			address += "/seances/" + session.getRank();
		}
		letter = letter.button(say((session != null) ? "day" : "open"), this.base.of(address));
		String answered = answeredAt(message.getAuthor());
		if (answered != null) {
			letter = letter.answeredAt(answered);
		}
		// Nobody is named to an address that may be a stranger's.
		return envelope.name().isEmpty() ? letter.small(say("from", parcours))
				: letter.small(say((answered != null) ? "answer" : "by", message.getAuthor().getName(), parcours));
	}

	private String about(CollectiveSession session) {
		TimeSlot slot = session.getSlot();
		String day = say("rank", session.getRank(), session.getTitle());
		return (slot != null && session.getState().keepsItsDate()) ? day + ", " + this.french.fullDay(slot.start())
				: day;
	}

	/** While they still read it as such. */
	private @Nullable String answeredAt(Person author) {
		Account account = this.accounts.ofPerson(author.getId()).orElse(null);
		boolean reads = account != null && !account.isDisabled() && account.getRole() != null;
		return reads ? author.getEmail() : null;
	}

	private String say(String key, Object... args) {
		return this.words.getMessage("messages.letter.cohort." + key, args, Locale.FRENCH);
	}

}
