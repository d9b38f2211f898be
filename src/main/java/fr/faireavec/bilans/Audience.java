package fr.faireavec.bilans;

import java.util.List;
import java.util.UUID;

/**
 * A funder of a parcours and those who would read a bilan for it today: readers whose
 * account is open.
 */
public record Audience(String funder, List<String> readers) {

	public Audience {
		readers = List.copyOf(readers);
	}

	/** One of the funders a version may be shared with. */
	public record Choice(UUID id, String name) {
	}

}
