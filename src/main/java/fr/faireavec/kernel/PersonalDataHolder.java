package fr.faireavec.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A room that holds something about people: it says what it hands over to whom it is
 * about, what erasing them does, and forgets them when asked, as far as the law and the
 * network's duties let it. Down here, because the cellar holds some too (letters, the
 * audit). It tells by SQL, so that a whole file is read in one statement; its parameters
 * are those of {@link PersonalRecords}.
 */
public interface PersonalDataHolder {

	/** SQL for what this room calls or called the person: one column of names. */
	default List<String> names() {
		return List.of();
	}

	/** What it hands over to this person; nothing of anybody else. */
	List<Excerpt> excerpts();

	/** What erasing removes, and what it keeps and why. */
	List<Fate> fates();

	/** What must be done before somebody is erased. */
	default List<Obstacle> obstacles() {
		return List.of();
	}

	/** Erases, and keeps what {@link #fates} says. Runs twice without harm. */
	void erase(Subject subject, Instant at);

	/**
	 * Whom it is about, as far as anything here may call them: today's names and former
	 * ones, none once they are erased.
	 *
	 * @param address today's e-mail address
	 */
	record Subject(UUID personId, @Nullable UUID accountId, Set<String> names, @Nullable String address) {

		public Subject {
			names = Set.copyOf(names);
		}

	}

	/**
	 * One table for the reader.
	 *
	 * @param title a message key
	 * @param sql each column is labelled « table.column » of the schema
	 */
	record Excerpt(String title, String sql) {
	}

	/**
	 * What becomes of one kind of data.
	 *
	 * @param what a message key
	 * @param sql counts them
	 * @param keptBecause a message key that says why it stays; null when it goes
	 */
	record Fate(String what, String sql, @Nullable String keptBecause) {

		public static Fate gone(String what, String sql) {
			return new Fate(what, sql, null);
		}

	}

	/**
	 * What must be done first.
	 *
	 * @param messageKey says what to do
	 * @param sql one row a thing to do, one column: what the message names
	 */
	record Obstacle(String messageKey, String sql) {
	}

}
