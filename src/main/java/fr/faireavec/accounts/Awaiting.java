package fr.faireavec.accounts;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a room keeps waiting for somebody: each says so for itself, and the desk gathers
 * what they answer.
 */
public interface Awaiting {

	/** Nothing where nothing waits, or for somebody else. */
	List<Thing> of(Viewer viewer);

	/**
	 * So many things of a kind.
	 *
	 * @param key its words: {@code key.one}, {@code key.many}, {@code key.button}
	 * @param href the page where one sees to it
	 * @param until the day before which the first of them must be seen to
	 */
	record Thing(long count, String key, String href, @Nullable LocalDate until) {
	}

}
