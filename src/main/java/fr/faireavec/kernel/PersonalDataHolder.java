package fr.faireavec.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Spellings.Name;
import org.jspecify.annotations.Nullable;

/**
 * A room that holds something about people: it says what it hands over to whom it is
 * about, what erasing them does, and forgets them when asked, as far as the law and the
 * network's duties let it. Down here, because the cellar holds some too (letters, the
 * audit). It tells by SQL, so that a whole file is read in one statement; its parameters
 * are those of {@link PersonalRecords}.
 */
public interface PersonalDataHolder {

	/**
	 * SQL for the parcours where the person sat, as this room knows: one column of ids.
	 */
	default List<String> seats() {
		return List.of();
	}

	/** SQL for the parcours where the person sat, as all these rooms know. */
	static String seats(Collection<? extends PersonalDataHolder> rooms) {
		return rooms.stream()
			.flatMap((room) -> room.seats().stream())
			.map((seats) -> "(" + seats + ")")
			.collect(Collectors.joining(" UNION "));
	}

	/** The texts that others wrote and that may name the person. */
	default List<FreeText> texts() {
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

	/**
	 * Holds until the end of the transaction what {@link #obstacles} count, so that two
	 * who are erased at once count one after the other.
	 */
	default void hold(Subject subject) {
	}

	/** Erases, and keeps what {@link #fates} says. Runs twice without harm. */
	void erase(Subject subject, Instant at);

	/**
	 * Whom it is about.
	 *
	 * @param names what others know them by, today's and former ones; none once they are
	 * erased
	 * @param allNames those and the ones they gave themselves of late: they count in rows
	 * about themselves only
	 * @param addresses e-mail addresses they have or had, in lower case
	 * @param seats the parcours where they sat; nothing is changed in any other
	 */
	record Subject(UUID personId, @Nullable UUID accountId, Set<Name> names, Set<Name> allNames, Set<String> addresses,
			Set<UUID> seats) {

		public Subject {
			names = Set.copyOf(names);
			allNames = Set.copyOf(allNames);
			addresses = Set.copyOf(addresses);
			seats = Set.copyOf(seats);
		}

		/** The same, once it is known where they sat. */
		public Subject seatedIn(Set<UUID> parcours) {
			return new Subject(this.personId, this.accountId, this.names, this.allNames, this.addresses, parcours);
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
	 * Texts that others wrote. Its SQL has the columns id, parcours_id (null where there
	 * is none), own (a row about the person themselves), place (where it is, for the
	 * reader), part (a column, or a path in it), words, and longest (so many characters
	 * at the most, or null).
	 *
	 * @param title a message key
	 * @param isName each of these texts is somebody's name, and nothing else
	 */
	record FreeText(String title, String sql, Rewriting rewriting, boolean isName) {

		public FreeText(String title, String sql, Rewriting rewriting) {
			this(title, sql, rewriting, false);
		}

		/** The same, where each text is a name. */
		public FreeText ofNames() {
			return new FreeText(this.title, this.sql, this.rewriting, true);
		}

	}

	/** Puts other words in the place of some; a room does so in its own tables only. */
	@FunctionalInterface
	interface Rewriting {

		/**
		 * Rewrites one row.
		 * @param parts which parts of it change, and how
		 * @return whether the words were still those
		 */
		boolean put(UUID id, Map<String, Change> parts);

	}

	/** Words, and those in their place. */
	record Change(String before, String after) {
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
