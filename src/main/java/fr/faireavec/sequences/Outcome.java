package fr.faireavec.sequences;

import java.util.List;
import java.util.Optional;

/**
 * What was found. When nothing is possible there is no best, and it says why: never
 * nothing at all.
 *
 * @param best the best sequence in the order asked for
 * @param otherOrder the best in the other order, when it is another sequence
 * @param next the second best in the order asked for, if there is a second
 * @param loosenings what would make it possible, one rule at a time
 * @param together when no rule is enough by itself: the fewest that are, to be broken
 * together
 */
public record Outcome(Optional<Scored> best, Optional<Scored> otherOrder, Optional<Scored> next,
		List<Loosening> loosenings, List<Breach> together) {
}
