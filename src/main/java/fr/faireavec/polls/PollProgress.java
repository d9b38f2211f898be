package fr.faireavec.polls;

import java.util.Set;

/**
 * How far the open poll of a parcours is.
 *
 * @param ranks the days it asks about
 * @param answered of those it waits for
 */
public record PollProgress(Set<Integer> ranks, int answered, int expected) {

	public PollProgress {
		ranks = Set.copyOf(ranks);
	}

}
