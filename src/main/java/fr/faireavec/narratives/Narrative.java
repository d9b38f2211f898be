package fr.faireavec.narratives;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a bilan tells beside its figures: Markdown, section by section.
 *
 * @param told without the sections that say nothing; at most {@value #LONGEST} characters
 * each
 */
public record Narrative(Map<Section, String> told) {

	/** Of one section, in characters. */
	public static final int LONGEST = 5000;

	/** Nothing told. */
	public static final Narrative NONE = new Narrative(Map.of());

	public Narrative {
		Map<Section, String> kept = new EnumMap<>(Section.class);
		told.forEach((section, words) -> kept.put(section, words.strip()));
		kept.values().removeIf(String::isEmpty);
		told = kept;
	}

	/** Of what was done, and nothing else. */
	public static Narrative ofWhatWasDone(String words) {
		return new Narrative(Map.of(Section.DONE, words));
	}

	/** What a section tells; empty when it tells nothing. */
	public String of(Section section) {
		return this.told.getOrDefault(section, "");
	}

}
