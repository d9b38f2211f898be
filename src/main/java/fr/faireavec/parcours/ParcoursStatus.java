package fr.faireavec.parcours;

import java.util.Set;

import fr.faireavec.kernel.Refusal;

/** The life of a parcours. */
public enum ParcoursStatus {

	DRAFT, OPEN, RUNNING, CLOSED, ARCHIVED, CANCELLED;

	/** Which state may follow this one. */
	public boolean canBecome(ParcoursStatus next) {
		return switch (this) {
			case DRAFT -> Set.of(OPEN, RUNNING, CANCELLED).contains(next);
			case OPEN -> Set.of(RUNNING, CANCELLED).contains(next);
			case RUNNING -> Set.of(CLOSED, CANCELLED).contains(next);
			case CLOSED -> next == ARCHIVED;
			case ARCHIVED, CANCELLED -> false;
		};
	}

	/**
	 * @throws Refusal when that state may not follow
	 */
	public void require(ParcoursStatus next) {
		if (!canBecome(next)) {
			throw new Refusal("parcours.cannotBecome." + next);
		}
	}

	/** Whether it ended, and somebody may go back on that. */
	public boolean canReopen() {
		return this == CLOSED || this == ARCHIVED || this == CANCELLED;
	}

	/** Whether its sessions, people and attendance may still change. */
	public boolean isOpenToWork() {
		return this == DRAFT || this == OPEN || this == RUNNING;
	}

	/** Whether there is, or was, something of it to tell. */
	public boolean hasStarted() {
		return this != DRAFT && this != OPEN;
	}

	/** Whether its people still come in: closing keeps them until it is archived. */
	public boolean keepsItsPeople() {
		return this != ARCHIVED && this != CANCELLED;
	}

}
