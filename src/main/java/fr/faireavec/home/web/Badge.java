package fr.faireavec.home.web;

/** Who is signed in, as the head of every page says it. */
public record Badge(String name, String roleLabel) {
}
