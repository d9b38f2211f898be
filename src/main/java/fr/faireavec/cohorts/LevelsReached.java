package fr.faireavec.cohorts;

import java.util.Map;
import java.util.UUID;

/**
 * Where the actions of a structure stand on the scale; answered by the room that logs
 * them.
 */
public interface LevelsReached {

	/** Its actions that were done, or are under way, by their level; those alone. */
	Map<UUID, Tried> of(UUID enrolmentId);

	/** How many actions at one level. */
	record Tried(int done, int underWay) {

		public static final Tried NOTHING = new Tried(0, 0);

	}

}
