package fr.faireavec.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * What others did in a journal; told by each room that knows of some. It tells by SQL, so
 * that all of it is read in one statement.
 */
public interface JournalNews {

	/**
	 * SQL for what happened after :since in the parcours :parcours, never what :person
	 * did: all of it if :all, else that of the enrolments :own, and of the others what
	 * their cohort may see :today. Its columns are those of a line.
	 */
	String sql();

	/**
	 * One thing that happened.
	 *
	 * @param what {@code visits.WHAT} says it
	 * @param count of what is counted: a message for one, another for several; else 0
	 */
	record Line(Instant at, String what, int count, UUID actionId, String title, String structure) {

		public boolean counted() {
			return this.count > 0;
		}

	}

}
