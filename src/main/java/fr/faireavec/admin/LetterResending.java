package fr.faireavec.admin;

import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.MailLog;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administration has a dead letter tried again, once what stopped it is mended. */
@Component
@Transactional
public class LetterResending {

	private final MailLog log;

	private final People people;

	private final ApplicationEventPublisher events;

	LetterResending(MailLog log, People people, ApplicationEventPublisher events) {
		this.log = log;
		this.people = people;
		this.events = events;
	}

	/**
	 * Gives it all its attempts again.
	 * @return whom it is for
	 */
	public Person resend(UUID letterId) {
		Person person = this.people.findById(this.log.resend(letterId)).orElseThrow(NotFound::new);
		this.events.publishEvent(new Noted("letter.resent", letterId, null, person.getName()));
		return person;
	}

}
