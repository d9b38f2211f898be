package fr.faireavec.announcements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Answers what a bilan of a period would say, now, that comes from each structure. */
public interface WordsTold {

	/**
	 * Those of whom it would say anything, by name.
	 * @param from first day of the period
	 * @param to last day of the period
	 */
	List<ToldOfUs> of(UUID parcoursId, LocalDate from, LocalDate to);

}
