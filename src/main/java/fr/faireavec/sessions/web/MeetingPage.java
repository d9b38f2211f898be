package fr.faireavec.sessions.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * One meeting as its page shows it to this seat. Internal notes are null but for those
 * who run the parcours (rule 9).
 */
public record MeetingPage(UUID id, int version, int rank, boolean extra, @Nullable Integer afterSessionRank,
		String structure, String purpose, MeetingState state, @Nullable TimeSlot slot, @Nullable String facilitator,
		@Nullable String modeKey, String place, @Nullable Integer effectiveMinutes, List<String> attendees,
		boolean noShow, String sharedNotes, @Nullable String internalNotes, @Nullable String cancelReason, boolean open,
		boolean away, boolean begun) {

	static MeetingPage of(IndividualMeeting meeting, Seat seat, LocalDateTime now) {
		boolean readsInternal = seat instanceof Seat.Running running && running.readsInternalNotes();
		boolean open = seat instanceof Seat.Running && seat.parcours().getStatus().isOpenToWork();
		TimeSlot slot = (meeting.getState() == MeetingState.CANCELLED) ? null : meeting.getSlot();
		Person facilitator = meeting.getFacilitator();
		return new MeetingPage(meeting.getId(), meeting.getVersion(), meeting.getRank(), meeting.isExtra(),
				meeting.getAfterSessionRank(), meeting.getEnrolment().getStructure().getName(), meeting.getPurpose(),
				meeting.getState(), slot, (facilitator != null && slot != null) ? facilitator.getName() : null,
				(meeting.getMode() != null && slot != null) ? "sessions.mode." + meeting.getMode() : null,
				(slot != null) ? meeting.getPlace() : "", meeting.getEffectiveMinutes(),
				meeting.getAttendees().stream().map(Person::getName).sorted().toList(), meeting.isNoShow(),
				meeting.getSharedNotes(), readsInternal ? meeting.getInternalNotes() : null, meeting.getCancelReason(),
				open, meeting.getEnrolment().isAwayOn(now.toLocalDate()), slot != null && !now.isBefore(slot.start()));
	}

	public String stateKey() {
		return "sessions.meeting.state." + this.state;
	}

	public String tag() {
		return Tags.of(this.state);
	}

	public boolean isToPlan() {
		return this.state == MeetingState.TO_PLAN;
	}

	public boolean isScheduled() {
		return this.state == MeetingState.SCHEDULED;
	}

	public boolean isHeld() {
		return this.state == MeetingState.HELD;
	}

	public boolean isCancelled() {
		return this.state == MeetingState.CANCELLED;
	}

	/** A structure that left is given no date any more. */
	public boolean canPlan() {
		return this.open && !this.away;
	}

	public boolean canHold() {
		return this.open && this.begun && isScheduled();
	}

	/** Those who were there sign its sheet. */
	public boolean canSign() {
		return this.open && isHeld() && !this.noShow;
	}

	/** The place, where it is the address of a video meeting and nothing else. */
	public @Nullable String link() {
		return this.place.matches("https?://[^\\s<>\"]+") ? this.place : null;
	}

}
