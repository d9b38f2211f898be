package fr.faireavec.documents;

/** A PDF, and how many pages it has. */
@SuppressWarnings("ArrayRecordComponent")
public record Printed(byte[] file, int pages) {
}
