package fr.faireavec.library;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A word that is looked for.
 *
 * @param typed as it was typed
 * @param meant the word of the library that is looked for instead, where nothing says
 * what was typed; null where it is looked for itself
 * @param query for PostgreSQL: the word, or its beginning, « recycl:* »
 * @param entries the themes, levers and instruments that say it
 * @param ofStructures whether a structure that says its name is called so
 * @param found whether anything says it
 */
record SearchedWord(String typed, @Nullable String meant, String query, List<UUID> entries, boolean ofStructures,
		boolean found) {

	SearchedWord {
		entries = List.copyOf(entries);
	}

	SearchedWord of(String newTyped) {
		return new SearchedWord(newTyped, this.typed, this.query, this.entries, this.ofStructures, this.found);
	}

	boolean isForgiven() {
		return this.meant != null;
	}

}
