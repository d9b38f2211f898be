package fr.faireavec.following;

import fr.faireavec.taxonomies.Taxonomy;

/**
 * Words that a list did not offer, as they are spelt most often, case and accents aside.
 */
public record SaidWords(Taxonomy list, String words, int actions, int structures) {
}
