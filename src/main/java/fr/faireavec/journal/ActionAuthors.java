package fr.faireavec.journal;

import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Pilotage;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

/** Knows whether the one who writes pilots the structure, or writes for it. */
@Component
class ActionAuthors {

	private final CurrentActor actor;

	private final People people;

	private final Pilotage pilotage;

	ActionAuthors(CurrentActor actor, People people, Pilotage pilotage) {
		this.actor = actor;
		this.people = people;
		this.pilotage = pilotage;
	}

	Author of(Enrolment enrolment, LocalDate today) {
		UUID personId = this.actor.personId();
		if (personId == null) {
			throw new NotFound();
		}
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		boolean pilots = this.pilotage.structures(enrolment.getParcours().getId(), personId, today)
			.stream()
			.anyMatch((structure) -> structure.enrolmentId().equals(enrolment.getId()));
		return new Author(person, pilots);
	}

	/** Who writes; {@code pilots} also stands for a copilot. */
	record Author(Person person, boolean pilots) {
	}

}
