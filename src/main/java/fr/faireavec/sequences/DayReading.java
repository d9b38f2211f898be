package fr.faireavec.sequences;

import java.util.List;
import java.util.UUID;

/**
 * Why a day is where it is: figures and identities, for others to put in words.
 *
 * @param rank the day
 * @param candidate the date chosen
 * @param represented structures with a voter who said yes or « if needed »
 * @param missing the other structures
 * @param reliedOn those of the represented ones that have no yes
 * @param yes people who said yes, each once
 * @param asked people who are asked, each once
 * @param alternatives the other dates the day could have, the earliest first
 */
public record DayReading(int rank, Candidate candidate, List<UUID> represented, List<UUID> missing, List<UUID> reliedOn,
		int yes, int asked, List<Alternative> alternatives) {

	/** Structures asked: represented or not. */
	public int structures() {
		return this.represented.size() + this.missing.size();
	}

	/**
	 * Another date the day could have had.
	 *
	 * @param candidate the date
	 * @param excluded structures it leaves out, among those the chosen date has
	 * @param gained structures it has, among those the chosen date leaves out
	 * @param obstacles rules that forbid it whatever the other days are
	 */
	public record Alternative(Candidate candidate, List<UUID> excluded, List<UUID> gained, List<Constraint> obstacles) {
	}

}
