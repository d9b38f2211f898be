package fr.faireavec.sheets;

/**
 * Who pays for a parcours, as documents say it: their own words, and their convention.
 */
public record Support(String funder, String mention, String number) {
}
