package fr.faireavec.narratives;

import fr.faireavec.kernel.CleanText;

/**
 * A sentence that the figures say by themselves, and a narrative may take.
 *
 * @param key what it is about, always the same, without a space
 * @param section where it belongs
 * @param words as a text that was typed keeps them
 */
public record Sentence(String key, Section section, String words) {

	public Sentence {
		words = CleanText.prose(words);
	}

}
