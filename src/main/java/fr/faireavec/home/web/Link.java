package fr.faireavec.home.web;

/** An entry of the navigation or of a parcours's tabs. */
public record Link(String href, String label, boolean current) {
}
