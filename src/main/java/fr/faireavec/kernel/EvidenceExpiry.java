package fr.faireavec.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Expiry.Terms;

/**
 * One kind of evidence about people, kept until a day that follows from dates somebody
 * typed. Such a day alone forgets nothing: the administration is told a month before, and
 * may keep it longer.
 */
public interface EvidenceExpiry {

	/**
	 * Room and thing, as in « attendance.names »; its words are under « privacy.expiry.
	 * ».
	 */
	String name();

	/** What comes to its day until that one, parcours by parcours and day by day. */
	List<Due> due(Terms terms, LocalDate until);

	/**
	 * Forgets what of this parcours came to its day on that very day.
	 * @param most so many at the most in one go
	 * @return how many were forgotten: fewer than the most when nothing is left
	 */
	int forget(Terms terms, UUID parcoursId, LocalDate on, int most);

	/**
	 * What of one parcours comes to its day together.
	 *
	 * @param parcours its name
	 * @param on the first day it is no longer kept
	 */
	record Due(UUID parcoursId, String parcours, LocalDate on, int lines) {
	}

}
