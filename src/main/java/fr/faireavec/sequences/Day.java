package fr.faireavec.sequences;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A day of the sequence and the dates it could have.
 *
 * @param rank its rank in the parcours; ranks grow along the sequence
 * @param candidates the dates it could have, in any order; none makes every sequence
 * impossible, and is said
 * @param speakers who speaks that day, none of whom may refuse
 * @param pinned whether it is held or firm: its one candidate stands whoever refuses it
 */
public record Day(int rank, List<Candidate> candidates, Set<UUID> speakers, boolean pinned) {

	public Day {
		candidates = List.copyOf(candidates);
		speakers = Set.copyOf(speakers);
		if (pinned && candidates.size() != 1) {
			throw new IllegalArgumentException("a pinned day has one candidate");
		}
	}

	/** Whether that candidate is where this day is pinned. */
	boolean keeps(Candidate candidate) {
		return this.pinned && this.candidates.getFirst().equals(candidate);
	}

}
