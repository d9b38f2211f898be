package fr.faireavec.following;

import java.util.List;

import fr.faireavec.taxonomies.Taxonomy;

/**
 * How the journal of a cohort stands.
 *
 * @param shares how many actions hold each entry of a list, in the order of the list;
 * what no list offers is the last, without a label
 */
public record CohortJournal(List<SilentStructure> silent, List<Share> shares) {

	public CohortJournal {
		silent = List.copyOf(silent);
		shares = List.copyOf(shares);
	}

	/** Those of one list. */
	public List<Share> of(Taxonomy list) {
		return this.shares.stream().filter((share) -> share.list() == list).toList();
	}

	/** How many actions hold one entry of a list; an empty label stands for « autre ». */
	public record Share(Taxonomy list, String label, int actions) {
	}

}
