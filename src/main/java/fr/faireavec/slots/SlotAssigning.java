package fr.faireavec.slots;

import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.availability.Availabilities;
import fr.faireavec.availability.Availability;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sequences.Visits;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each structure that has a meeting to fix one of the free slots: as many as can
 * be, with the least travel, and none at a time when nobody of it can ever be there. The
 * animation changes it as it likes; the structures are told, and may move theirs.
 */
@Component
@Transactional
public class SlotAssigning {

	private final IndividualMeetings meetings;

	private final SlotRows rows;

	private final SlotBooking booking;

	private final Mandates mandates;

	private final Availabilities availabilities;

	private final Outbox outbox;

	private final Clock clock;

	SlotAssigning(IndividualMeetings meetings, SlotRows rows, SlotBooking booking, Mandates mandates,
			Availabilities availabilities, Outbox outbox, Clock clock) {
		this.meetings = meetings;
		this.rows = rows;
		this.booking = booking;
		this.mandates = mandates;
		this.availabilities = availabilities;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The next meeting of each structure that has one to fix, with the slot proposed. */
	@Transactional(readOnly = true)
	public Assignment propose(Parcours parcours) {
		Map<Enrolment, IndividualMeeting> toFix = toFix(parcours);
		List<SlotRow> free = this.rows.free(parcours.getId());
		Visits.Given given = Visits.give(free.stream()
			.map((row) -> new Visits.Slot(row.id(), row.facilitatorId(), row.slot().start(), row.slot().end()))
			.toList(), visited(parcours, toFix.keySet(), free));
		List<Line> lines = new ArrayList<>();
		toFix.forEach((enrolment, meeting) -> lines.add(new Line(meeting.getId(), meeting.getVersion(),
				enrolment.getStructure().getName(), meeting.getPurpose(), given.slots().get(enrolment.getId()))));
		return new Assignment(lines, free, given.journeys());
	}

	/**
	 * Fixes these meetings at these slots, all of them or none, and writes to those who
	 * stand for the structures.
	 * @return how many
	 * @throws Refusal beside « slot[meeting] » where a slot is taken, given twice, or the
	 * meeting changed
	 */
	public int assign(Parcours parcours, List<Choice> choices) {
		parcours.requireOpenToWork();
		List<Refusal> refused = new ArrayList<>();
		Set<UUID> taken = new HashSet<>();
		choices.stream()
			.filter((choice) -> !taken.add(choice.slotId()))
			.forEach((choice) -> refused.add(Refusal.of(choice.field(), "slots.assign.twice")));
		refuse(refused);
		for (Choice choice : choices) {
			try {
				this.booking.book(parcours.getId(), choice.meetingId(), choice.version(), choice.slotId());
			}
			catch (StaleEdit stale) {
				refused.add(Refusal.of(choice.field(), "slots.changed"));
			}
			catch (Refusal refusal) {
				refused.add(Refusal.of(choice.field(), refusal.messageKey(), refusal.args()));
			}
		}
		refuse(refused);
		choices.forEach((choice) -> tell(parcours, choice));
		return choices.size();
	}

	private static void refuse(List<Refusal> refused) {
		if (!refused.isEmpty()) {
			Refusal first = refused.getFirst();
			refused.stream().skip(1).forEach(first::addSuppressed);
			throw first;
		}
	}

	private void tell(Parcours parcours, Choice choice) {
		IndividualMeeting meeting = this.meetings.in(parcours.getId(), choice.meetingId()).orElseThrow();
		this.mandates.expectedOn(parcours.getId(), parcours.today(this.clock))
			.stream()
			.filter((mandate) -> mandate.getEnrolment().equals(meeting.getEnrolment()))
			.map(Mandate::getPerson)
			.filter((person) -> person.getEmail() != null)
			.forEach((person) -> this.outbox.post(Posting.of(SlotAssignedLetter.NAME, person.getId(), meeting.getId())
				.apart(choice.slotId().toString())));
	}

	private Map<Enrolment, IndividualMeeting> toFix(Parcours parcours) {
		Collator alphabet = Collator.getInstance(Locale.FRENCH);
		Map<Enrolment, IndividualMeeting> toFix = new LinkedHashMap<>();
		this.meetings.ofParcours(parcours.getId())
			.stream()
			.filter((meeting) -> meeting.getState() == MeetingState.TO_PLAN
					&& !meeting.getEnrolment().isAwayOn(parcours.today(this.clock)))
			.sorted((one, other) -> Integer.compare(one.getRank(), other.getRank()))
			.forEach((meeting) -> toFix.putIfAbsent(meeting.getEnrolment(), meeting));
		return toFix.entrySet()
			.stream()
			.sorted((one, other) -> alphabet.compare(one.getKey().getStructure().getName(),
					other.getKey().getStructure().getName()))
			.limit(Visits.MOST_STRUCTURES)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	private List<Visits.Visited> visited(Parcours parcours, Set<Enrolment> enrolments, List<SlotRow> free) {
		Map<UUID, List<Person>> people = this.mandates.expectedOn(parcours.getId(), parcours.today(this.clock))
			.stream()
			.collect(Collectors.groupingBy((mandate) -> mandate.getEnrolment().getId(),
					Collectors.mapping(Mandate::getPerson, Collectors.toList())));
		Map<UUID, Availability> said = this.availabilities
			.of(people.values().stream().flatMap(List::stream).map(Person::getId).collect(Collectors.toSet()));
		List<Visits.Visited> visited = new ArrayList<>();
		for (Enrolment enrolment : enrolments) {
			List<Person> theirs = people.getOrDefault(enrolment.getId(), List.of());
			Set<UUID> cannot = new LinkedHashSet<>();
			for (SlotRow row : free) {
				boolean nobody = !theirs.isEmpty() && theirs.stream().allMatch((person) -> {
					Availability availability = said.get(person.getId());
					return availability != null
							&& availability.impossible(row.slot().start(), row.slot().end()).isPresent();
				});
				if (nobody) {
					cannot.add(row.id());
				}
			}
			visited.add(new Visits.Visited(enrolment.getId(),
					Objects.requireNonNullElse(enrolment.getStructure().getCommune(), ""), cannot));
		}
		return visited;
	}

	/**
	 * What is proposed.
	 *
	 * @param free the slots there are
	 * @param journeys how often a facilitator changes communes during a day
	 */
	public record Assignment(List<Line> lines, List<SlotRow> free, int journeys) {

		public Assignment {
			lines = List.copyOf(lines);
			free = List.copyOf(free);
		}

	}

	/**
	 * A meeting to fix.
	 *
	 * @param slotId proposed; null where none is left, or none they could take
	 */
	public record Line(UUID meetingId, int version, String structure, String purpose, @Nullable UUID slotId) {
	}

	/** A slot for a meeting, read on that version of it. */
	public record Choice(UUID meetingId, int version, UUID slotId) {

		/** How a form names it. */
		String field() {
			return "slot[" + this.meetingId + "]";
		}

	}

}
