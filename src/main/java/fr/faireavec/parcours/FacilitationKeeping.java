package fr.faireavec.parcours;

import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.RoleTaken;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who runs a parcours: each change is written, and told to whoever it is about and
 * to the others who run it.
 */
@Component
@Transactional
public class FacilitationKeeping {

	private final AllParcours allParcours;

	private final Accounts accounts;

	private final FacilitationLetter letters;

	private final ApplicationEventPublisher events;

	FacilitationKeeping(AllParcours allParcours, Accounts accounts, FacilitationLetter letters,
			ApplicationEventPublisher events) {
		this.allParcours = allParcours;
		this.accounts = accounts;
		this.letters = letters;
		this.events = events;
	}

	/**
	 * From now on this person runs the parcours, and reads its internal notes. One of the
	 * administration, who sees all but those, is written down and told apart.
	 * @throws Refusal for somebody who holds no role, or runs it already
	 */
	public Person add(Viewer by, UUID parcoursId, UUID personId) {
		Parcours parcours = open(parcoursId);
		Account account = this.accounts.ofPerson(personId)
			.filter((found) -> found.getRole() != null && !found.isDisabled())
			.orElseThrow(() -> Refusal.of("person", "parcours.facilitator.notOffered"));
		Person person = account.getPerson();
		parcours.addFacilitator(person);
		this.allParcours.flush();
		if (account.getRole() == Role.ADMIN) {
			this.events.publishEvent(noted("parcours.administrationJoined", parcours, person, null, person.getId()));
			this.letters.post(parcours, person, FacilitationLetter.ADMINISTRATION, by.personId());
		}
		else {
			this.events.publishEvent(added(parcours, person));
			this.letters.post(parcours, person, FacilitationLetter.ADDED, by.personId());
		}
		return person;
	}

	/**
	 * From the next request on, this person runs it no more.
	 * @throws Refusal for the last one, or when a facilitator would shut herself out
	 */
	public Person remove(Viewer by, UUID parcoursId, UUID personId) {
		Parcours parcours = open(parcoursId);
		Person person = parcours.getFacilitators()
			.stream()
			.filter((one) -> one.getId().equals(personId))
			.findFirst()
			.orElseThrow(NotFound::new);
		if (by.personId().equals(personId) && !by.isAdministrator()) {
			throw new Refusal("parcours.keepYourself");
		}
		parcours.removeFacilitator(person);
		this.allParcours.flush();
		this.events.publishEvent(removed(parcours, person));
		this.events.publishEvent(new FacilitatorLeft(parcoursId, personId));
		this.letters.post(parcours, person, FacilitationLetter.REMOVED, by.personId());
		return person;
	}

	/**
	 * A role taken takes its parcours with it: given back one day, it opens none of them
	 * by itself.
	 */
	@EventListener
	void leaveWithTheRole(RoleTaken taken) {
		for (Parcours parcours : this.allParcours.namedToRun(taken.person().getId())) {
			parcours.loseFacilitator(taken.person());
			this.events.publishEvent(removed(parcours, taken.person()));
			this.events.publishEvent(new FacilitatorLeft(parcours.getId(), taken.person().getId()));
			this.letters.post(parcours, taken.person(), FacilitationLetter.REMOVED, null);
		}
		this.allParcours.flush();
	}

	private Parcours open(UUID parcoursId) {
		Parcours parcours = this.allParcours.whole(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		return parcours;
	}

	static Noted added(Parcours parcours, Person person) {
		return noted("parcours.facilitatorAdded", parcours, person, null, person.getId());
	}

	private static Noted removed(Parcours parcours, Person person) {
		return noted("parcours.facilitatorRemoved", parcours, person, person.getId(), null);
	}

	private static Noted noted(String what, Parcours parcours, Person person, @Nullable UUID before,
			@Nullable UUID after) {
		return new Noted(what, person.getId(), parcours.getId(), person.getName(),
				Changes.none().note("facilitator", before, after));
	}

}
