package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import fr.faireavec.web.Prose;

/**
 * A part of what a bilan tells beside its figures, ready to be read.
 *
 * @param id where it stands in its page
 */
public record Told(String id, String title, Prose prose) {

	/**
	 * Of a published version, as it was written: sections, or one text until format 4.
	 */
	public static List<Told> of(BilanWords words, BilanDocument document) {
		return document.narrative().isEmpty() ? of(words, document.story())
				: List.of(new Told("mot", words.known("narratives", "former"), Prose.plain(document.narrative())));
	}

	/** Of what is being written. */
	public static List<Told> of(BilanWords words, Narrative narrative) {
		List<Told> told = new ArrayList<>();
		for (Section section : Section.values()) {
			String said = narrative.of(section);
			if (!said.isEmpty()) {
				told.add(new Told("recit-" + section.name().toLowerCase(Locale.ROOT),
						words.known("narratives.section", section.name()), Prose.of(said)));
			}
		}
		return told;
	}

}
