package fr.faireavec.library;

import java.util.List;

import fr.faireavec.web.PageOf;

/**
 * What was found, and how what was typed was understood.
 *
 * @param forgiven mistyped words, with what was looked for instead
 * @param nowhere words that nothing says
 * @param partial whether nothing says all the words: those that say most of them are here
 */
public record Findings(PageOf<LibraryRow> page, List<Forgiven> forgiven, List<String> nowhere, boolean partial) {

	public Findings {
		forgiven = List.copyOf(forgiven);
		nowhere = List.copyOf(nowhere);
	}

	/** A word that was mistyped, and the one that is near. */
	public record Forgiven(String typed, String meant) {
	}

}
