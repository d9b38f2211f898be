package fr.faireavec.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the next page says about what was just done: a message key, its arguments and,
 * where it can be undone, the path to which « Annuler » posts.
 */
public record Flash(Kind kind, String key, List<String> words, @Nullable String undo) implements Serializable {

	/** How a flash looks: something done, or something worth knowing. */
	public enum Kind {

		DONE, NOTE

	}

	public static Flash done(String key, Object... args) {
		return new Flash(Kind.DONE, key, words(args), null);
	}

	/** So many things were done: the words are {@code key.one} or {@code key.many}. */
	public static Flash counted(String key, long count) {
		return done(key + FrenchFormat.number(count, ".one", ".many"), count);
	}

	public static Flash note(String key, Object... args) {
		return new Flash(Kind.NOTE, key, words(args), null);
	}

	public static Flash withUndo(String key, String undo, Object... args) {
		return new Flash(Kind.DONE, key, words(args), undo);
	}

	// It waits in the HTTP session: only text goes there.
	private static List<String> words(Object... args) {
		return Stream.of(args).map(String::valueOf).toList();
	}

	public Object[] args() {
		return this.words.toArray();
	}

}
