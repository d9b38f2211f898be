package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.signin.AddressChange;
import fr.faireavec.signin.Inviting;
import fr.faireavec.signin.Newcomers;
import fr.faireavec.signin.Reach;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The animation corrects what a pilot or copilot of its parcours is called and where they
 * are reached. Whoever reads an address comes in as its owner: of somebody who has come
 * in before it changes once both mailboxes have said yes, and nobody is corrected who
 * sits where the one who corrects does not.
 */
@Component
@Transactional
public class PersonCorrecting {

	private final AccountKeeping keeping;

	private final AddressChange addresses;

	private final Inviting inviting;

	private final Newcomers newcomers;

	private final Reach reach;

	private final Mandates mandates;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PersonCorrecting(AccountKeeping keeping, AddressChange addresses, Inviting inviting, Newcomers newcomers,
			Reach reach, Mandates mandates, ApplicationEventPublisher events, Clock clock) {
		this.keeping = keeping;
		this.addresses = addresses;
		this.inviting = inviting;
		this.newcomers = newcomers;
		this.reach = reach;
		this.mandates = mandates;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes what is said of them; another address may have to be agreed to first.
	 * @throws Refusal when the mandate is over, they sit where this viewer does not, the
	 * address is somebody else's, or one is taken from somebody who needs it
	 */
	public Outcome correct(Viewer by, UUID parcoursId, UUID enrolmentId, UUID mandateId, int version, Details details) {
		Mandate mandate = this.mandates.in(parcoursId, enrolmentId, mandateId).orElseThrow(NotFound::new);
		Person person = mandate.getPerson();
		if (!this.reach.covers(by, person.getId())) {
			throw new Refusal("cohorts.person.elsewhere", person.getName());
		}
		LocalDate today = mandate.getEnrolment().getParcours().today(this.clock);
		if (mandate.isOverOn(today) || !mandate.getEnrolment().getParcours().getStatus().keepsItsPeople()) {
			throw new Refusal("cohorts.mandate.over", person.getName());
		}
		String before = person.getEmail();
		String after = EmailAddress.read("email", details.email());
		if (before != null && after == null) {
			throw Refusal.of("email", "cohorts.person.email.needed", person.getName());
		}
		boolean other = !Objects.equals(before, after);
		boolean first = this.newcomers.isOne(person.getId());
		if (other && before == null && !first) {
			throw Refusal.of("email", "cohorts.address.known", person.getName());
		}
		this.keeping.correct(person.getId(), version, details.name(), first ? after : before, details.telephone());
		this.mandates.flush();
		if (!other) {
			return Outcome.WRITTEN;
		}
		if (first && mandate.isUninvited()) {
			return Outcome.WRITTEN;
		}
		if (first) {
			this.inviting.inviteAgain(person.getId(), MandatedLetter.NAME, mandateId, "address:" + person.getVersion());
			return Outcome.INVITED;
		}
		this.addresses.ask(person.getId(), Objects.requireNonNull(after));
		this.events.publishEvent(new Noted("person.addressAsked", person.getId(), parcoursId, person.getName()));
		return Outcome.ASKED;
	}

	/** What is said of somebody. */
	public record Details(AccountKeeping.Name name, @Nullable String telephone, @Nullable String email) {
	}

	/** What became of it. */
	public enum Outcome {

		WRITTEN,

		/** Written, and an invitation leaves for the address. */
		INVITED,

		/** Written but for the address, which both mailboxes have to agree to. */
		ASKED

	}

}
