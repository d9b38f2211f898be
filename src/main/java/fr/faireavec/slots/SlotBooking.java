package fr.faireavec.slots;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingCancelled;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingPostponed;
import fr.faireavec.sessions.MeetingScheduled;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Structures take a slot for a meeting, take another one, give it back. The meeting is
 * fixed as the animation would fix it; a slot follows its meeting, whoever moves it.
 */
@Component
@Transactional
public class SlotBooking {

	private final MeetingSlots slots;

	private final SlotRows rows;

	private final IndividualMeetings meetings;

	private final MeetingKeeping keeping;

	private final BookingNotice notice;

	private final Clock clock;

	SlotBooking(MeetingSlots slots, SlotRows rows, IndividualMeetings meetings, MeetingKeeping keeping,
			BookingNotice notice, Clock clock) {
		this.slots = slots;
		this.rows = rows;
		this.meetings = meetings;
		this.keeping = keeping;
		this.notice = notice;
		this.clock = clock;
	}

	/**
	 * Takes a slot for a meeting that has no date, or one in the place of the slot it
	 * has.
	 * @throws Refusal when somebody was faster, or it is too late to move
	 * @throws StaleEdit when the meeting is no longer as the page showed it
	 */
	public void book(UUID parcoursId, UUID meetingId, int version, UUID slotId) {
		IndividualMeeting meeting = in(parcoursId, meetingId);
		meeting.requireVersion(version);
		requireMovable(meeting);
		MeetingSlot slot = this.slots.held(parcoursId, slotId).orElseThrow(SlotBooking::taken);
		if (this.rows.free(parcoursId).stream().noneMatch((row) -> row.id().equals(slotId))) {
			throw taken();
		}
		this.keeping.schedule(parcoursId, meetingId, version, slot.getFacilitator().getId(), slot.getSlot(),
				slot.getMode(), placeOf(slot, meeting));
	}

	/**
	 * Gives a slot back: the meeting is to fix again.
	 * @throws Refusal when it is too late, or the animation fixed it
	 */
	public void giveBack(UUID parcoursId, UUID meetingId, int version) {
		IndividualMeeting meeting = in(parcoursId, meetingId);
		meeting.requireVersion(version);
		if (meeting.getState() != MeetingState.SCHEDULED) {
			throw new Refusal("slots.notBooked");
		}
		requireMovable(meeting);
		this.keeping.postpone(parcoursId, meetingId, version);
	}

	@EventListener
	void follow(MeetingScheduled scheduled) {
		IndividualMeeting meeting = scheduled.meeting();
		Optional<MeetingSlot> had = this.slots.ofMeeting(meeting.getId());
		if (had.isPresent()) {
			if (had.get().isOf(meeting)) {
				return;
			}
			free(had.get());
		}
		UUID parcoursId = meeting.getEnrolment().getParcours().getId();
		this.slots.freeIn(parcoursId).stream().filter((slot) -> slot.isOf(meeting)).findFirst().ifPresent((slot) -> {
			slot.take(meeting, this.clock.instant());
			this.slots.saveAndFlush(slot);
		});
	}

	@EventListener
	void follow(MeetingPostponed postponed) {
		this.slots.ofMeeting(postponed.meeting().getId()).ifPresent(this::free);
	}

	@EventListener
	void follow(MeetingCancelled cancelled) {
		this.slots.ofMeeting(cancelled.meeting().getId()).ifPresent(this::free);
	}

	/** Free again, where its facilitator may still meet somebody then. */
	private void free(MeetingSlot slot) {
		Parcours parcours = slot.getParcours();
		LocalDateTime now = parcours.now(this.clock);
		slot.free();
		if (!parcours.getStatus().isOpenToWork() || !parcours.getFacilitators().contains(slot.getFacilitator())
				|| !slot.getSlot().start().isAfter(now)) {
			slot.end(this.clock.instant());
		}
		this.slots.saveAndFlush(slot);
	}

	private void requireMovable(IndividualMeeting meeting) {
		if (meeting.getState() == MeetingState.TO_PLAN) {
			return;
		}
		TimeSlot when = meeting.getSlot();
		if (meeting.getState() != MeetingState.SCHEDULED || when == null) {
			throw new Refusal("slots.notToFix");
		}
		Parcours parcours = meeting.getEnrolment().getParcours();
		String with = (meeting.getFacilitator() != null) ? meeting.getFacilitator().getName() : "";
		if (this.slots.ofMeeting(meeting.getId()).isEmpty()) {
			throw new Refusal("slots.fixedByAnimation", with);
		}
		BookingNotice.Said said = this.notice.of(parcours.getId());
		if (!this.notice.isOpen(said, parcours, when)) {
			throw new Refusal("slots.tooLate", said.hours(), with);
		}
	}

	private IndividualMeeting in(UUID parcoursId, UUID meetingId) {
		return this.meetings.in(parcoursId, meetingId).orElseThrow(NotFound::new);
	}

	/** Without a place, the facilitator comes to the structure. */
	private static String placeOf(MeetingSlot slot, IndividualMeeting meeting) {
		boolean comes = slot.getPlace().isEmpty() && slot.getMode() != Mode.DISTANCIEL;
		return comes ? meeting.getEnrolment().getStructure().getName() : slot.getPlace();
	}

	private static Refusal taken() {
		return Refusal.of("slot", "slots.taken");
	}

}
