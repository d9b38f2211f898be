package fr.faireavec.accounts;

import java.util.List;
import java.util.UUID;

/**
 * A room that holds something about people: it hands it over to whom it is about, and
 * forgets it when asked, as far as the law and the network's duties let it.
 */
public interface PersonalDataHolder {

	/** What it holds about this person, for them to read; nothing of anybody else. */
	List<Section> export(UUID personId);

	/** What erasing would remove, and what it would keep and why; changes nothing. */
	List<Fate> fates(UUID personId);

	/** Erases, and keeps what {@link #fates} said. Runs twice without harm. */
	void erase(UUID personId);

	/**
	 * One table for the reader: a message key as its title, one as each column, then the
	 * rows.
	 */
	record Section(String title, List<String> columns, List<List<String>> rows) {
	}

	/**
	 * What becomes of one kind of data: how many, a message key that says what, and one
	 * that says why it is kept (null when erased).
	 */
	record Fate(String what, long count, @org.jspecify.annotations.Nullable String keptBecause) {

		public boolean isKept() {
			return this.keptBecause != null;
		}

	}

}
