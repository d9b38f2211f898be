package fr.faireavec.exchanges;

/**
 * What the animation noted of an action for itself.
 *
 * @param version -1 as long as nothing was
 */
public record Note(int version, String words) {
}
