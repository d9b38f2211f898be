package fr.faireavec.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Spellings.Name;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's name in one cell, in its two parts: « Inès CARPENTIER », « CARPENTIER Inès
 * », « Inès Carpentier ». A family name in capitals stands wherever it likes.
 */
final class WholeName {

	private WholeName() {
	}

	/**
	 * The two parts; null where nothing tells them apart.
	 * @param familyFirst whether the heading says the family name first
	 */
	static @Nullable Name split(String typed, boolean familyFirst) {
		String[] words = typed.strip().split("\\s+", -1);
		String capitals = Arrays.stream(words).filter(WholeName::isCapital).collect(Collectors.joining(" "));
		String others = Arrays.stream(words).filter((word) -> !isCapital(word)).collect(Collectors.joining(" "));
		if (!capitals.isEmpty() && !others.isEmpty()) {
			return new Name(others, lowered(capitals));
		}
		if (words.length != 2) {
			return null;
		}
		Name name = familyFirst ? new Name(words[1], words[0]) : new Name(words[0], words[1]);
		return others.isEmpty() ? new Name(lowered(name.given()), lowered(name.family())) : name;
	}

	/** « J. » is an initial. */
	private static boolean isCapital(String word) {
		return word.length() > 1 && !word.endsWith(".") && word.equals(word.toUpperCase(Locale.ROOT))
				&& !word.equals(word.toLowerCase(Locale.ROOT));
	}

	/** « LE GOFF » → « Le Goff », « D’ARTOIS » → « D’Artois ». */
	private static String lowered(String capitals) {
		StringBuilder name = new StringBuilder();
		boolean first = true;
		for (int i = 0; i < capitals.length(); i++) {
			String letter = capitals.substring(i, i + 1);
			name.append(first ? letter : letter.toLowerCase(Locale.ROOT));
			first = !Character.isLetter(capitals.charAt(i));
		}
		return name.toString();
	}

}
