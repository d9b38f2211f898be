package fr.faireavec.slots;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.FacilitatorLeft;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCancelled;
import fr.faireavec.parcours.ParcoursClosed;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Facilitators offer slots, and take them back. */
@Component
@Transactional
public class SlotOffering {

	private final MeetingSlots slots;

	private final AllParcours allParcours;

	private final Accounts accounts;

	private final IndividualMeetings meetings;

	private final CollectiveSessions sessions;

	private final MeetingKeeping keeping;

	private final OnceOnly onceOnly;

	private final FrenchFormat french;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SlotOffering(MeetingSlots slots, AllParcours allParcours, Accounts accounts, IndividualMeetings meetings,
			CollectiveSessions sessions, MeetingKeeping keeping, OnceOnly onceOnly, FrenchFormat french,
			ApplicationEventPublisher events, Clock clock) {
		this.slots = slots;
		this.allParcours = allParcours;
		this.accounts = accounts;
		this.meetings = meetings;
		this.sessions = sessions;
		this.keeping = keeping;
		this.onceOnly = onceOnly;
		this.french = french;
		this.events = events;
		this.clock = clock;
	}

	/** Those who may offer some: they run the parcours, and come in. */
	@Transactional(readOnly = true)
	public List<Person> facilitators(UUID parcoursId) {
		Set<Person> running = this.allParcours.whole(parcoursId).orElseThrow(NotFound::new).getFacilitators();
		Set<UUID> closed = this.accounts
			.closedAmong(running.stream().map(Person::getId).collect(Collectors.toUnmodifiableSet()));
		return running.stream()
			.filter((person) -> !closed.contains(person.getId()))
			.sorted(java.util.Comparator.comparing(Person::getName))
			.toList();
	}

	/**
	 * What a run would make, to be read before it is made: each slot, those left out and
	 * why, and what is unusual about the day.
	 * @throws Refusal when nothing would be made, or something has begun already
	 */
	@Transactional(readOnly = true)
	public List<Warning> preview(UUID parcoursId, UUID facilitatorId, SlotRun run) {
		return plan(parcoursId, facilitatorId, run).told();
	}

	/** Whether a form with this key, saying the same, made its slots already. */
	public boolean isMade(UUID key, UUID parcoursId, UUID facilitatorId, SlotRun run, Mode mode, String place) {
		return this.onceOnly.made(key, "slots", parcoursId, facilitatorId, run, mode, place).isPresent();
	}

	/**
	 * Makes them. Sent twice with one key, it makes them once.
	 * @param place an address or a link, 300 characters at the most; empty where the
	 * facilitator comes to the structure
	 * @return how many
	 */
	public int offer(UUID key, UUID parcoursId, UUID facilitatorId, SlotRun run, Mode mode, String place) {
		if (!this.onceOnly.isFirst(key, "slots", parcoursId, facilitatorId, run, mode, place)) {
			return 0;
		}
		Plan plan = plan(parcoursId, facilitatorId, run);
		for (TimeSlot slot : plan.made()) {
			boolean overSession = !this.sessions.runBy(facilitatorId, slot.start(), slot.end()).isEmpty();
			this.slots.save(new MeetingSlot(Ids.next(), plan.parcours(), plan.facilitator(), slot, mode, place.strip(),
					overSession, this.clock.instant()));
		}
		this.slots.flush();
		this.events.publishEvent(new Noted("slot.offered", parcoursId, parcoursId, plan.facilitator().getName(),
				Changes.none()
					.note("facilitator", null, facilitatorId)
					.note("when", null, plan.made().stream().map(TimeSlot::toString).collect(Collectors.joining(", ")))
					.note("mode", null, mode)
					.note("place", null, place.strip())));
		return plan.made().size();
	}

	/**
	 * Offers one no more.
	 * @throws Refusal when somebody took it
	 */
	public void withdraw(UUID parcoursId, UUID slotId) {
		MeetingSlot slot = this.slots.held(parcoursId, slotId).orElseThrow(NotFound::new);
		IndividualMeeting meeting = slot.getMeeting();
		if (meeting != null) {
			throw new Refusal("slots.withdraw.taken", meeting.getEnrolment().getStructure().getName());
		}
		if (slot.isFree()) {
			end(slot);
		}
	}

	@EventListener
	void end(ParcoursClosed closed) {
		this.slots.freeIn(closed.parcoursId()).forEach(this::end);
	}

	@EventListener
	void end(ParcoursCancelled cancelled) {
		this.slots.freeIn(cancelled.parcoursId()).forEach(this::end);
	}

	@EventListener
	void end(FacilitatorLeft left) {
		this.slots.freeIn(left.parcoursId())
			.stream()
			.filter((slot) -> slot.getFacilitator().getId().equals(left.personId()))
			.forEach(this::end);
	}

	private void end(MeetingSlot slot) {
		slot.end(this.clock.instant());
		this.slots.saveAndFlush(slot);
		this.events.publishEvent(new Noted("slot.withdrawn", slot.getId(), slot.getParcours().getId(),
				slot.getFacilitator().getName(), Changes.none().note("when", slot.getSlot(), null)));
	}

	private Plan plan(UUID parcoursId, UUID facilitatorId, SlotRun run) {
		Parcours parcours = this.allParcours.whole(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		DayKind.COURSE.require("day", run.day(), parcours.today(this.clock));
		Person facilitator = facilitators(parcoursId).stream()
			.filter((one) -> one.getId().equals(facilitatorId))
			.findFirst()
			.orElseThrow(() -> Refusal.of("facilitator", "sessions.meeting.facilitatorUnknown"));
		List<TimeSlot> all = run.slots();
		List<TimeSlot> made = new ArrayList<>();
		List<Warning> leftOut = new ArrayList<>();
		Set<Warning> unusual = new LinkedHashSet<>();
		List<IndividualMeeting> met = this.meetings.heldBy(facilitatorId, all.getFirst().start(), all.getLast().end());
		List<MeetingSlot> offered = this.slots.offeredBy(facilitatorId, all.getFirst().start(), all.getLast().end());
		for (TimeSlot slot : all) {
			String hours = this.french.hours(slot.start(), slot.end());
			if (slot.start().atZone(parcours.getZone()).toInstant().isBefore(this.clock.instant())) {
				throw Refusal.of("from", "slots.past", hours);
			}
			Optional<IndividualMeeting> meeting = met.stream()
				.filter((one) -> one.getSlot() != null && one.getSlot().overlaps(slot))
				.findFirst();
			if (!SlotRun.isReal(slot, parcours.getZone())) {
				leftOut.add(Warning.of("slots.preview.clock", hours));
			}
			else if (meeting.isPresent()) {
				leftOut.add(Warning.of("slots.preview.meeting", hours,
						meeting.get().getEnrolment().getStructure().getName()));
			}
			else if (offered.stream().anyMatch((one) -> one.getSlot().overlaps(slot))) {
				leftOut.add(Warning.of("slots.preview.offered", hours));
			}
			else {
				made.add(slot);
				unusual.addAll(this.keeping.warnings(parcours, facilitatorId, slot));
			}
		}
		if (made.isEmpty()) {
			throw Refusal.of("from", "slots.noneLeft");
		}
		List<Warning> told = new ArrayList<>();
		made.forEach((slot) -> told.add(Warning.of("slots.preview.made", this.french.fullDay(slot.day()),
				this.french.hours(slot.start(), slot.end()))));
		told.addAll(leftOut);
		told.addAll(unusual);
		return new Plan(parcours, facilitator, made, told);
	}

	private record Plan(Parcours parcours, Person facilitator, List<TimeSlot> made, List<Warning> told) {
	}

}
