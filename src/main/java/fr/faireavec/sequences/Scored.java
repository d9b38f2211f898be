package fr.faireavec.sequences;

import java.util.List;

/**
 * A sequence and its price.
 *
 * @param chosen one date a day, in the order of the days
 * @param score what it is worth
 * @param breaches the rules it breaks, in the order of the days; none when it is possible
 * @param days why each day is where it is
 */
public record Scored(List<Candidate> chosen, Score score, List<Breach> breaches, List<DayReading> days) {

	public boolean isPossible() {
		return this.breaches.isEmpty();
	}

}
