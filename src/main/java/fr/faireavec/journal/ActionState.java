package fr.faireavec.journal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of an action. An abandoned try with its learning is a result, not a failure.
 */
public enum ActionState {

	IDEA, PLANNED, ONGOING, DONE, ABANDONED;

	/**
	 * Which state may follow this one: forward, even by leaps; what is over may be
	 * reopened.
	 */
	public boolean canBecome(ActionState next) {
		return switch (this) {
			case IDEA -> Set.of(PLANNED, ONGOING, DONE, ABANDONED).contains(next);
			case PLANNED -> Set.of(ONGOING, DONE, ABANDONED).contains(next);
			case ONGOING -> Set.of(DONE, ABANDONED).contains(next);
			case DONE, ABANDONED -> next == ONGOING;
		};
	}

	/** Whether the try is over, one way or the other. */
	public boolean isOver() {
		return this == DONE || this == ABANDONED;
	}

	/** The states that may follow this one. */
	public List<ActionState> next() {
		return Stream.of(values()).filter(this::canBecome).toList();
	}

}
