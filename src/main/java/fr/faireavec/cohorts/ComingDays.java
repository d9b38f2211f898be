package fr.faireavec.cohorts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** The days of a parcours that have a date; answered by the room that plans them. */
public interface ComingDays {

	/** The next ones from then on, in the parcours's own time, the first one first. */
	List<Day> of(UUID parcoursId, LocalDateTime from, int atMost);

	/** A collective day: its rank, when it starts, and where (may be empty). */
	record Day(int rank, LocalDateTime start, String place) {
	}

}
