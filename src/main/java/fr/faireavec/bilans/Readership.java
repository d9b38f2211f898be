package fr.faireavec.bilans;

import java.util.List;

/**
 * A funder of a parcours and those who would read a bilan for it today: readers whose
 * account is open.
 */
public record Readership(String funder, List<String> readers) {

	public Readership {
		readers = List.copyOf(readers);
	}

}
