package fr.faireavec.parcours;

import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;

/**
 * What still stands in the way of closing a parcours (rule 13), and what was given up in
 * it; answered by the rooms above.
 */
public interface ClosingObstacles {

	List<Obstacle> inTheWayOf(UUID parcoursId);

	/**
	 * What no reason overrides.
	 * @throws Refusal saying what to do before the parcours may end
	 */
	void refuseEnding(UUID parcoursId);

	/** What was cancelled in it, whatever the reason. */
	List<Obstacle> givenUpIn(UUID parcoursId);

	/** How many things of a kind there are, e.g. « sessions.obstacle.sessions ». */
	record Obstacle(String messageKey, long count) {
	}

}
