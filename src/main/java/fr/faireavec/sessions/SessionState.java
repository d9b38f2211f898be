package fr.faireavec.sessions;

import java.util.Set;

/** The life of a collective session. POLLING waits for the date polls. */
public enum SessionState {

	TO_PLAN, POLLING, SCHEDULED, HELD, CANCELLED;

	/**
	 * Which state may follow this one; a held day can be undone, a scheduled one
	 * postponed.
	 */
	public boolean canBecome(SessionState next) {
		return switch (this) {
			case TO_PLAN -> Set.of(POLLING, SCHEDULED, CANCELLED).contains(next);
			case POLLING -> Set.of(TO_PLAN, SCHEDULED, CANCELLED).contains(next);
			case SCHEDULED -> Set.of(SCHEDULED, TO_PLAN, HELD, CANCELLED).contains(next);
			case HELD -> next == SCHEDULED;
			case CANCELLED -> Set.of(TO_PLAN, SCHEDULED).contains(next);
		};
	}

	/** Whether its date is a real one, which others must not overlap. */
	public boolean keepsItsDate() {
		return this == SCHEDULED || this == HELD;
	}

	/** Neither held nor given up: still to do. */
	public boolean isOpen() {
		return this != HELD && this != CANCELLED;
	}

}
