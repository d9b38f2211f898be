package fr.faireavec.sessions.web;

import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/** One day as its page shows it: to those who run it, with what they may do now. */
public record SessionPage(int rank, int version, String title, SessionState state, @Nullable TimeSlot slot,
		List<TimeSlot> halfDays, @Nullable Mode mode, String venue, String address, String videoLink, String objectives,
		String toBring, String minutes, @Nullable String cancelReason, boolean running, boolean open, boolean begun) {

	static SessionPage of(CollectiveSession session, Seat seat, LocalDateTime now) {
		boolean running = seat instanceof Seat.Running;
		TimeSlot slot = (session.getState() == SessionState.CANCELLED) ? null : session.getSlot();
		// What was said is shared once the day is held: until then it is a draft.
		boolean readsMinutes = running || session.getState() == SessionState.HELD;
		return new SessionPage(session.getRank(), session.getVersion(), session.getTitle(), session.getState(), slot,
				(slot != null) ? session.getHalfDays().stream().map(HalfDay::getSlot).toList() : List.of(),
				session.getMode(), session.getVenue(), session.getAddress(), session.getVideoLink(),
				session.getObjectives(), session.getToBring(), readsMinutes ? session.getMinutes() : "",
				session.getCancelReason(), running, running && seat.parcours().getStatus().isOpenToWork(),
				slot != null && !now.isBefore(slot.start()));
	}

	/** Whether one goes somewhere that a map can find. */
	public boolean isOnAMap() {
		return this.slot != null && !this.address.isBlank();
	}

	public String stateKey() {
		return "sessions.state." + this.state;
	}

	public String tag() {
		return Tags.of(this.state);
	}

	public @Nullable String modeKey() {
		return (this.mode != null && this.slot != null) ? "sessions.mode." + this.mode : null;
	}

	public boolean isHeld() {
		return this.state == SessionState.HELD;
	}

	public boolean isCancelled() {
		return this.state == SessionState.CANCELLED;
	}

	public boolean isScheduled() {
		return this.state == SessionState.SCHEDULED;
	}

	public boolean isReserved() {
		return this.state == SessionState.RESERVED;
	}

	/** Has no date yet, or lost it. */
	public boolean isToPlan() {
		return this.state == SessionState.TO_PLAN || this.state == SessionState.POLLING;
	}

	public boolean canHold() {
		return this.open && this.begun && isScheduled();
	}

	public boolean hasRegister() {
		return this.running && (isScheduled() || isHeld());
	}

}
