package fr.faireavec.sessions;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.AllParcours;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be said to meet a structure: those who run its parcours and come in, and
 * whoever is said already, even if they no longer do.
 */
@Component
@Transactional(readOnly = true)
public class MeetingFacilitators {

	private final IndividualMeetings meetings;

	private final AllParcours allParcours;

	private final Accounts accounts;

	MeetingFacilitators(IndividualMeetings meetings, AllParcours allParcours, Accounts accounts) {
		this.meetings = meetings;
		this.allParcours = allParcours;
		this.accounts = accounts;
	}

	/** By name, for a meeting of this parcours. */
	public List<Choice> choices(UUID parcoursId, UUID meetingId) {
		return of(this.meetings.in(parcoursId, meetingId).orElseThrow(NotFound::new));
	}

	/** Those who run a parcours and come in, by name. */
	List<Person> free(UUID parcoursId) {
		Set<Person> running = this.allParcours.whole(parcoursId).orElseThrow(NotFound::new).getFacilitators();
		Set<UUID> closed = this.accounts
			.closedAmong(running.stream().map(Person::getId).collect(Collectors.toUnmodifiableSet()));
		return running.stream()
			.filter((person) -> !closed.contains(person.getId()))
			.sorted(Comparator.comparing(Person::getName))
			.toList();
	}

	List<Choice> of(IndividualMeeting meeting) {
		Set<Person> running = meeting.getEnrolment().getParcours().getFacilitators();
		Person said = meeting.getFacilitator();
		Set<Person> all = new LinkedHashSet<>(running);
		if (said != null) {
			all.add(said);
		}
		Set<UUID> closed = this.accounts
			.closedAmong(all.stream().map(Person::getId).collect(Collectors.toUnmodifiableSet()));
		return all.stream()
			.map((person) -> new Choice(person, running.contains(person), !closed.contains(person.getId())))
			.filter((choice) -> choice.isFree() || choice.person().equals(said))
			.sorted(Comparator.comparing((choice) -> choice.person().getName()))
			.toList();
	}

	/**
	 * One of them.
	 *
	 * @param running whether they run the parcours
	 * @param open whether their account is
	 */
	public record Choice(Person person, boolean running, boolean open) {

		boolean isFree() {
			return this.running && this.open;
		}

		boolean is(@Nullable UUID personId) {
			return this.person.getId().equals(personId);
		}

	}

}
