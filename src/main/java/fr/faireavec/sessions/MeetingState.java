package fr.faireavec.sessions;

import java.util.Set;

/** The life of an individual meeting. */
public enum MeetingState {

	TO_PLAN, SCHEDULED, HELD, CANCELLED;

	/** Which state may follow this one; a held meeting can be undone. */
	public boolean canBecome(MeetingState next) {
		return switch (this) {
			case TO_PLAN -> Set.of(SCHEDULED, CANCELLED).contains(next);
			case SCHEDULED -> Set.of(SCHEDULED, TO_PLAN, HELD, CANCELLED).contains(next);
			case HELD -> next == SCHEDULED;
			case CANCELLED -> Set.of(TO_PLAN, SCHEDULED).contains(next);
		};
	}

	/** Neither held nor given up: still to do. */
	public boolean isOpen() {
		return this == TO_PLAN || this == SCHEDULED;
	}

}
