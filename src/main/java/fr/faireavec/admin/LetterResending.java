package fr.faireavec.admin;

import java.util.Locale;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Noted;
import fr.faireavec.mail.MailLog;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administration has a dead letter tried again, once what stopped it is mended. */
@Component
@Transactional
public class LetterResending {

	private final MailLog log;

	private final People people;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	LetterResending(MailLog log, People people, MessageSource messages, ApplicationEventPublisher events) {
		this.messages = messages;
		this.log = log;
		this.people = people;
		this.events = events;
	}

	/**
	 * Gives it all its attempts again.
	 * @return what whom it is for is called; of a guest, nothing says it
	 */
	public String resend(UUID letterId) {
		String name = this.people.findById(this.log.resend(letterId))
			.map(Person::getName)
			.orElseGet(() -> this.messages.getMessage("admin.letters.guest", null, Locale.FRENCH));
		this.events.publishEvent(new Noted("letter.resent", letterId, null, name));
		return name;
	}

}
