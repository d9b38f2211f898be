package fr.faireavec.dossiers;

import java.util.function.Supplier;

/**
 * One file of a dossier.
 *
 * @param path within it, as in « 1-emargement/jour-2-registre.pdf »
 * @param about what it is, in words
 * @param content made only when its turn comes
 */
record Piece(String path, String about, Supplier<byte[]> content) {
}
