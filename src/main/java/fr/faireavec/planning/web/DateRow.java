package fr.faireavec.planning.web;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/** One day of the table of dates; one that is over is only read. */
record DateRow(int rank, String title, SessionState state, @Nullable TimeSlot slot, String venue) {

	static DateRow of(CollectiveSession session) {
		return new DateRow(session.getRank(), session.getTitle(), session.getState(), session.getSlot(),
				session.getVenue());
	}

	public boolean isOpen() {
		return this.state.isOpen();
	}

	/** A firm date is postponed before it is only reserved. */
	public boolean mayBeReserved() {
		return this.state != SessionState.SCHEDULED;
	}

	public String stateKey() {
		return "sessions.state." + this.state;
	}

}
