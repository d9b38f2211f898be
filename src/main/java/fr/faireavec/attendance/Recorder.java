package fr.faireavec.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;

/** Who writes in a register, and when: never nobody. */
@Component
class Recorder {

	private final CurrentActor actor;

	private final People people;

	private final Clock clock;

	Recorder(CurrentActor actor, People people, Clock clock) {
		this.actor = actor;
		this.people = people;
		this.clock = clock;
	}

	Person who() {
		UUID id = this.actor.personId();
		if (id == null) {
			throw new IllegalStateException("a register is written by somebody");
		}
		return this.people.findById(id).orElseThrow(NotFound::new);
	}

	Instant when() {
		return this.clock.instant();
	}

	Clock clock() {
		return this.clock;
	}

}
