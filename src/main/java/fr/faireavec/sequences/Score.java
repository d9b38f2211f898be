package fr.faireavec.sequences;

/**
 * What a sequence is worth, in the order in which it is compared. A structure is
 * represented on a day when one of its voters said yes or « if needed »; pinned days
 * count like the others.
 *
 * @param worstServed on how many days the worst-served structure is represented; every
 * day when there is no structure
 * @param fullDays days on which every structure is represented
 * @param structureDays structures represented, summed over the days
 * @param yes people who said yes, each once a day, summed over the days
 * @param reliedOn structures represented by « if needed » alone, summed over the days:
 * the fewer the better
 * @param unevenness the squared differences between any two gaps, in days, summed: 0 when
 * all gaps are alike, the smaller the better
 * @param completeDays days on which no facilitator refuses or is busy
 */
public record Score(int worstServed, int fullDays, int structureDays, int yes, int reliedOn, long unevenness,
		int completeDays) {
}
