package fr.faireavec.parcours;

import java.util.List;
import java.util.UUID;

/**
 * What still stands in the way of closing a parcours (rule 13); answered by the rooms
 * above.
 */
public interface ClosingObstacles {

	List<Obstacle> inTheWayOf(UUID parcoursId);

	/** How many things of a kind are not done, e.g. « sessions.obstacle.sessions ». */
	record Obstacle(String messageKey, long count) {
	}

}
