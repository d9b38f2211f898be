package fr.faireavec.narratives;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote on a page.
 *
 * @param page the page itself: what it wrote last it may write over
 * @param words of each section
 * @param seen the mark of each section as that page first showed it
 * @param taken a sentence of the figures they took, if one
 */
public record Typed(UUID page, Map<Section, String> words, Map<Section, String> seen, @Nullable Sentence taken) {

	public Typed {
		words = new EnumMap<>(words);
		seen = new EnumMap<>(seen);
	}

}
