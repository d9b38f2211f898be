package fr.faireavec.sessions;

import java.util.Set;

/**
 * The life of a collective session. While a poll asks for its date it is POLLING; a
 * RESERVED date is kept free without convening anybody, until it is made firm.
 */
public enum SessionState {

	TO_PLAN, POLLING, RESERVED, SCHEDULED, HELD, CANCELLED;

	/**
	 * Which state may follow this one; a held day can be undone, a scheduled one
	 * postponed, a reserved one given back or made firm.
	 */
	public boolean canBecome(SessionState next) {
		return switch (this) {
			case TO_PLAN -> Set.of(POLLING, RESERVED, SCHEDULED, CANCELLED).contains(next);
			case POLLING -> Set.of(TO_PLAN, RESERVED, SCHEDULED, CANCELLED).contains(next);
			case RESERVED -> Set.of(RESERVED, TO_PLAN, SCHEDULED, CANCELLED).contains(next);
			case SCHEDULED -> Set.of(SCHEDULED, TO_PLAN, HELD, CANCELLED).contains(next);
			case HELD -> next == SCHEDULED;
			case CANCELLED -> Set.of(TO_PLAN, SCHEDULED).contains(next);
		};
	}

	/** Whether it has a date, firm or not, which others must not overlap. */
	public boolean keepsItsDate() {
		return this == RESERVED || isFirm();
	}

	/** Whether people are convened on its date, and sign for it. */
	public boolean isFirm() {
		return this == SCHEDULED || this == HELD;
	}

	/** Neither held nor given up: still to do. */
	public boolean isOpen() {
		return this != HELD && this != CANCELLED;
	}

}
