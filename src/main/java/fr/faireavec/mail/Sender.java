package fr.faireavec.mail;

/**
 * Whom letters come from, as their readers see it.
 *
 * @param isRead whether what is sent to that address, by a calendar, is read here
 */
public record Sender(String name, String address, boolean isRead) {
}
