package fr.faireavec.web;

import org.jspecify.annotations.Nullable;

/**
 * A form that says its choices in words, for the page that compares two versions of it.
 */
public interface InWords {

	/**
	 * What a field holds, as its page shows it; null where its value already reads well.
	 */
	@Nullable String inWords(String property);

}
