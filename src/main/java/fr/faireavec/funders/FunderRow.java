package fr.faireavec.funders;

/** A funder in the list, with how many conventions it signed and how many read for it. */
public record FunderRow(String slug, String name, FunderKind kind, String territory, int conventions, int readers) {
}
