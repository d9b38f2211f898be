package fr.faireavec.journal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

import fr.faireavec.audit.Changes;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;

/** What an action took from each list, and said in place of it, as its history tells. */
public final class ChosenWords {

	private ChosenWords() {
	}

	/** Nothing of a list it says nothing of. */
	public static Map<Taxonomy, String> of(LoggedAction action) {
		Map<Taxonomy, String> chosen = new EnumMap<>(Taxonomy.class);
		action.entries()
			.sorted(Comparator.comparing(TaxonomyEntry::getLabel))
			.forEach((entry) -> say(chosen, entry.getTaxonomy(), entry.getLabel()));
		OwnWords.LISTS.forEach((list) -> {
			String words = action.getOwnWords().of(list);
			if (!words.isEmpty()) {
				say(chosen, list, "«\u00a0" + words + "\u00a0»");
			}
		});
		return chosen;
	}

	/** What differs between two of these. */
	public static Changes note(Changes changes, Map<Taxonomy, String> before, Map<Taxonomy, String> after) {
		for (Taxonomy list : Taxonomy.values()) {
			changes.note("chosen." + list, before.get(list), after.get(list));
		}
		return changes;
	}

	private static void say(Map<Taxonomy, String> chosen, Taxonomy list, String words) {
		chosen.merge(list, words, (some, more) -> some + ", " + more);
	}

}
