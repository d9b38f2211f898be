package fr.faireavec.sheets;

import org.jspecify.annotations.Nullable;

/**
 * Who pays for a parcours, as documents say it: their own words, and their convention.
 *
 * @param picture what their logo is called among the document's pictures
 */
public record Support(String funder, String mention, String number, @Nullable String picture) {
}
