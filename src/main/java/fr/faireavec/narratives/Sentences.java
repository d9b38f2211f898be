package fr.faireavec.narratives;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Answers what the figures of a parcours say by themselves, now. */
public interface Sentences {

	/**
	 * One sentence a figure worth telling.
	 * @param from first day of the period
	 * @param to last day of the period
	 */
	List<Sentence> of(UUID parcoursId, LocalDate from, LocalDate to);

}
