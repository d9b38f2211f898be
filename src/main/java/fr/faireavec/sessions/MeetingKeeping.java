package fr.faireavec.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.EnrolmentLeft;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Individual meetings receive their dates, move, are held or given up, and leave notes.
 */
@Component
@Transactional
public class MeetingKeeping {

	private static final int HIGHEST_RANK = 20;

	private final IndividualMeetings meetings;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final DateCheck check;

	private final MeetingFacilitators facilitators;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MeetingKeeping(IndividualMeetings meetings, Enrolments enrolments, Mandates mandates, DateCheck check,
			MeetingFacilitators facilitators, OnceOnly onceOnly, ApplicationEventPublisher events, Clock clock) {
		this.meetings = meetings;
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.check = check;
		this.facilitators = facilitators;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What is unusual about this date; whoever asks decides whether to go on. Nothing is
	 * told of the days of somebody who does not run this parcours: {@link #schedule}
	 * refuses them.
	 */
	@Transactional(readOnly = true)
	public List<Warning> warnings(UUID parcoursId, UUID meetingId, UUID facilitatorId, TimeSlot slot) {
		IndividualMeeting meeting = in(parcoursId, meetingId);
		return facilitator(meeting, facilitatorId).filter(MeetingFacilitators.Choice::running)
			.map((one) -> warnings(meeting.getEnrolment().getParcours(), facilitatorId, slot))
			.orElse(List.of());
	}

	/** The same of any meeting with one of those who run this parcours. */
	@Transactional(readOnly = true)
	public List<Warning> warnings(Parcours parcours, UUID facilitatorId, TimeSlot slot) {
		return this.check.ofMeeting(parcours, facilitatorId, slot);
	}

	/** The same, and nothing is said of why. */
	public void schedule(UUID parcoursId, UUID meetingId, int version, UUID facilitatorId, TimeSlot slot, Mode mode,
			String place) {
		schedule(parcoursId, meetingId, version, facilitatorId, slot, mode, place, "");
	}

	/**
	 * Plans a meeting, or moves it.
	 * @param why it moves, 300 characters at the most; empty when nobody says
	 * @throws Refusal when the facilitator is not one of this parcours, but for a meeting
	 * they have already whose date stays; when they meet somebody else then (rule 6), or
	 * the structure does not take part that day; when it says why nothing moves
	 */
	public void schedule(UUID parcoursId, UUID meetingId, int version, UUID facilitatorId, TimeSlot slot, Mode mode,
			String place, String why) {
		IndividualMeeting meeting = open(parcoursId, meetingId, version);
		String said = Reasons.word("why", why);
		Enrolment enrolment = meeting.getEnrolment();
		DayKind.COURSE.require("date", slot.day(), enrolment.getParcours().today(this.clock));
		Person facilitator = facilitator(meeting, facilitatorId, slot);
		if (!enrolment.isActiveOn(slot.day())) {
			throw Refusal.of("date", "sessions.meeting.structureAway", enrolment.getStructure().getName());
		}
		this.meetings.heldBy(facilitatorId, slot.start(), slot.end())
			.stream()
			.filter((other) -> !other.equals(meeting))
			.findFirst()
			.ifPresent((other) -> {
				throw Refusal.of("date", "sessions.meeting.facilitatorBusy", facilitator.getName(), other.label());
			});
		TimeSlot before = (meeting.getState() == MeetingState.SCHEDULED) ? meeting.getSlot() : null;
		Changes changes = Changes.none()
			.note("when", before, slot)
			.note("facilitator", idOf(meeting.getFacilitator()), facilitatorId)
			.note("mode", meeting.getMode(), mode)
			.note("place", meeting.getPlace(), place);
		boolean moved = before != null && !said.isEmpty();
		if (moved && changes.isEmpty()) {
			throw Refusal.of("why", "sessions.why.nothingMoves");
		}
		meeting.schedule(facilitator, slot, mode, place);
		this.meetings.saveAndFlush(meeting);
		this.events.publishEvent(new MeetingScheduled(meeting, before, slot, moved ? said : "",
				moved ? Scheduling.noted(changes, said) : changes));
	}

	/** Takes its date away, and says nothing of it. */
	public void postpone(UUID parcoursId, UUID meetingId, int version) {
		postpone(parcoursId, meetingId, version, "");
	}

	/**
	 * Takes its date away; a cancelled one is to plan again.
	 * @param said why, 300 characters at the most; empty when nobody says
	 */
	public void postpone(UUID parcoursId, UUID meetingId, int version, String said) {
		IndividualMeeting meeting = open(parcoursId, meetingId, version);
		String why = Reasons.word("why", said);
		requireActive(meeting.getEnrolment());
		TimeSlot before = meeting.getSlot();
		meeting.postpone();
		this.meetings.saveAndFlush(meeting);
		this.events.publishEvent(new MeetingPostponed(meeting, before, why,
				Scheduling.noted(Changes.none().note("when", before, null), why)));
	}

	public void cancel(UUID parcoursId, UUID meetingId, int version, String reason) {
		giveUp(open(parcoursId, meetingId, version), reason);
	}

	/**
	 * It took place.
	 * @param attendeeIds who was there among the people mandated that day; nobody means
	 * that the structure did not come
	 * @param minutes how long it really took, 15 to 240, or null when nobody says
	 * @throws Refusal before it has begun, or when somebody was not mandated that day
	 */
	public void hold(UUID parcoursId, UUID meetingId, int version, Collection<UUID> attendeeIds,
			@Nullable Integer minutes) {
		IndividualMeeting meeting = open(parcoursId, meetingId, version);
		Set<UUID> wanted = Set.copyOf(attendeeIds);
		List<Person> present = mandatedAt(meeting).stream()
			.map(Mandate::getPerson)
			.filter((person) -> wanted.contains(person.getId()))
			.distinct()
			.toList();
		if (present.size() != wanted.size()) {
			throw Refusal.of("attendees", "sessions.meeting.notMandated");
		}
		meeting.markHeld(meeting.getEnrolment().getParcours().now(this.clock), this.clock.instant(), present, minutes);
		note("meeting.held", meeting, Changes.none()
			.note("attendees", null,
					present.stream().map((person) -> person.getId().toString()).collect(Collectors.joining(", ")))
			.note("length", null, minutes));
	}

	/** It was said held by mistake. */
	public void undoHold(UUID parcoursId, UUID meetingId, int version, String reason) {
		IndividualMeeting meeting = open(parcoursId, meetingId, version);
		String given = Reasons.given(reason);
		meeting.undoHeld();
		this.events.publishEvent(new MeetingUnheld(meeting));
		note("meeting.heldUndone", meeting, Changes.none().note("reason", null, given));
	}

	/**
	 * Writes what is shared with the structure and, apart, what the animation keeps for
	 * itself (rule 9); 5,000 characters each. The history says that notes changed, not
	 * what they say.
	 * @param internalNotes null leaves them as they are
	 */
	public void write(UUID parcoursId, UUID meetingId, int version, String sharedNotes,
			@Nullable String internalNotes) {
		IndividualMeeting meeting = open(parcoursId, meetingId, version);
		meeting.share(sharedNotes);
		if (internalNotes != null) {
			meeting.noteInternally(internalNotes);
		}
		note("meeting.noted", meeting, Changes.none());
	}

	/**
	 * One more meeting for a structure, outside the count of F4. Sent twice with one key,
	 * it gives the same meeting.
	 */
	public IndividualMeeting addExtra(UUID key, UUID parcoursId, UUID enrolmentId, String purpose) {
		UUID id = this.onceOnly.idOf(key, "meeting", enrolmentId, purpose);
		Optional<IndividualMeeting> already = this.meetings.in(parcoursId, id);
		if (already.isPresent()) {
			return already.get();
		}
		Enrolment enrolment = this.enrolments.in(parcoursId, enrolmentId)
			.orElseThrow(() -> Refusal.of("enrolment", "sessions.meeting.structureUnknown"));
		enrolment.getParcours().requireOpenToWork();
		requireActive(enrolment);
		int rank = 1
				+ this.meetings.ofEnrolment(enrolmentId).stream().mapToInt(IndividualMeeting::getRank).max().orElse(0);
		if (rank > HIGHEST_RANK) {
			throw new Refusal("sessions.meeting.tooMany", Integer.toString(HIGHEST_RANK));
		}
		IndividualMeeting meeting = new IndividualMeeting(id, enrolment, rank, purpose.strip());
		note("meeting.added", meeting, Changes.none().note("purpose", null, meeting.getPurpose()));
		return meeting;
	}

	/**
	 * A structure left: what was still to come with it is given up. A meeting of before
	 * may have taken place: it waits to be said held, or not.
	 */
	@EventListener
	void giveUpWhatWasToCome(EnrolmentLeft left) {
		Enrolment enrolment = left.enrolment();
		String reason = Optional.ofNullable(enrolment.getWithdrawalReason()).orElse("");
		for (IndividualMeeting meeting : this.meetings.ofEnrolment(enrolment.getId())) {
			TimeSlot slot = meeting.getSlot();
			if (meeting.getState().isOpen() && (slot == null || enrolment.hasLeftOn(slot.day()))) {
				giveUp(meeting, reason);
			}
		}
	}

	/**
	 * Who was mandated by the structure the day a meeting is planned; nobody without a
	 * date.
	 */
	@Transactional(readOnly = true)
	public List<Mandate> mandated(UUID parcoursId, UUID meetingId) {
		return mandatedAt(in(parcoursId, meetingId));
	}

	private List<Mandate> mandatedAt(IndividualMeeting meeting) {
		TimeSlot slot = meeting.getSlot();
		if (slot == null) {
			return List.of();
		}
		LocalDate day = slot.day();
		return this.mandates.ofEnrolment(meeting.getEnrolment().getId())
			.stream()
			.filter((mandate) -> mandate.isActiveOn(day))
			.toList();
	}

	void giveUp(IndividualMeeting meeting, String reason) {
		TimeSlot before = meeting.getSlot();
		meeting.cancel(reason, this.clock.instant());
		this.meetings.saveAndFlush(meeting);
		this.events.publishEvent(new MeetingCancelled(meeting, before,
				Changes.none().note("when", before, null).note("reason", null, meeting.getCancelReason())));
	}

	private void requireActive(Enrolment enrolment) {
		if (enrolment.isAwayOn(enrolment.getParcours().today(this.clock))) {
			throw new Refusal("sessions.meeting.structureGone", enrolment.getStructure().getName());
		}
	}

	private Person facilitator(IndividualMeeting meeting, UUID facilitatorId, TimeSlot slot) {
		MeetingFacilitators.Choice choice = facilitator(meeting, facilitatorId)
			.orElseThrow(() -> Refusal.of("facilitator", "sessions.meeting.facilitatorUnknown"));
		boolean stays = meeting.getState() == MeetingState.SCHEDULED && slot.equals(meeting.getSlot());
		if (!choice.running() && !stays) {
			throw Refusal.of("facilitator", "sessions.meeting.facilitatorGone", choice.person().getName());
		}
		return choice.person();
	}

	private Optional<MeetingFacilitators.Choice> facilitator(IndividualMeeting meeting, UUID facilitatorId) {
		return this.facilitators.of(meeting).stream().filter((one) -> one.is(facilitatorId)).findFirst();
	}

	private IndividualMeeting in(UUID parcoursId, UUID meetingId) {
		return this.meetings.in(parcoursId, meetingId).orElseThrow(NotFound::new);
	}

	private IndividualMeeting open(UUID parcoursId, UUID meetingId, int version) {
		IndividualMeeting meeting = in(parcoursId, meetingId);
		meeting.requireVersion(version);
		meeting.getEnrolment().getParcours().requireOpenToWork();
		return meeting;
	}

	private static @Nullable UUID idOf(@Nullable Person person) {
		return (person != null) ? person.getId() : null;
	}

	private void note(String what, IndividualMeeting meeting, Changes changes) {
		this.meetings.saveAndFlush(meeting);
		this.events.publishEvent(new Noted(what, meeting.getId(), meeting.getEnrolment().getParcours().getId(),
				meeting.label(), changes));
	}

}
