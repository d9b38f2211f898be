package fr.faireavec.funders;

/** A funder in the list, with how many conventions it signed that its viewer may open. */
public record FunderRow(String slug, String name, FunderKind kind, String territory, String departements,
		int conventions) {
}
