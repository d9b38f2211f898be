package fr.faireavec.mail;

/** Whom letters come from, as their readers see it. */
public record Sender(String name, String address) {
}
