package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.signin.Inviting;
import fr.faireavec.signin.Newcomers;
import fr.faireavec.signin.Reach;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The animation gives an address to a pilot or copilot named without one, and takes back
 * one that passed from somebody who left to somebody else. An address opens all that its
 * owner sees: nobody gives or takes more than they see themselves, nor gives one to
 * somebody who has come in before, as whoever reads it would come in as them.
 */
@Component
@Transactional
public class AddressKeeping {

	private final AccountKeeping keeping;

	private final Inviting inviting;

	private final Newcomers newcomers;

	private final Reach reach;

	private final Mandates mandates;

	private final Clock clock;

	AddressKeeping(AccountKeeping keeping, Inviting inviting, Newcomers newcomers, Reach reach, Mandates mandates,
			Clock clock) {
		this.keeping = keeping;
		this.inviting = inviting;
		this.newcomers = newcomers;
		this.reach = reach;
		this.mandates = mandates;
		this.clock = clock;
	}

	/**
	 * The message that says, about {0}, why they are given no address here; empty when
	 * they may be.
	 */
	@Transactional(readOnly = true)
	public Optional<String> obstacle(Person person) {
		return (person.getEmail() != null) ? Optional.of("cohorts.address.has")
				: this.newcomers.isOne(person.getId()) ? Optional.empty() : Optional.of("cohorts.address.known");
	}

	/**
	 * From now on this person is written to there; an invitation leaves.
	 * @throws Refusal when they have one already or have come in before, the mandate is
	 * over, or they sit where the giver does not
	 */
	public Person give(Viewer by, UUID parcoursId, UUID enrolmentId, UUID mandateId, int version, String email) {
		Mandate mandate = in(parcoursId, enrolmentId, mandateId);
		Person person = within(by, mandate);
		obstacle(person).ifPresent((why) -> {
			throw Refusal.of("email", why, person.getName());
		});
		LocalDate today = mandate.getEnrolment().getParcours().today(this.clock);
		if (mandate.isOverOn(today) || !mandate.getEnrolment().getParcours().getStatus().keepsItsPeople()) {
			throw Refusal.of("email", "cohorts.mandate.over", person.getName());
		}
		write(person, version, email);
		mandate.invited();
		this.inviting.inviteAgain(person.getId(), MandatedLetter.NAME, mandateId, "address:" + person.getVersion());
		return person;
	}

	/**
	 * From now on this address is nobody's, and may be given to whoever reads it: what
	 * was made for its former owner opens nothing any more.
	 * @return the address
	 * @throws Refusal while a mandate needs it, or when they sit where this viewer does
	 * not
	 */
	public String free(Viewer by, UUID parcoursId, UUID enrolmentId, UUID mandateId, int version) {
		Mandate mandate = in(parcoursId, enrolmentId, mandateId);
		Person person = within(by, mandate);
		String address = person.getEmail();
		if (address == null) {
			throw new Refusal("cohorts.address.none", person.getName());
		}
		LocalDate today = mandate.getEnrolment().getParcours().today(this.clock);
		if (this.mandates.anyFrom(person.getId(), today)) {
			throw new Refusal("cohorts.address.needed", person.getName());
		}
		write(person, version, null);
		return address;
	}

	private void write(Person person, int version, @Nullable String email) {
		this.keeping.correct(person.getId(), version,
				new AccountKeeping.Name(person.getGivenName(), person.getFamilyName()), email);
		this.mandates.flush();
	}

	private Person within(Viewer by, Mandate mandate) {
		Person person = mandate.getPerson();
		if (!this.reach.covers(by, person.getId())) {
			throw new Refusal("cohorts.address.elsewhere", person.getName());
		}
		return person;
	}

	private Mandate in(UUID parcoursId, UUID enrolmentId, UUID mandateId) {
		return this.mandates.in(parcoursId, enrolmentId, mandateId).orElseThrow(NotFound::new);
	}

}
