package fr.faireavec.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far a mistyped word is from one that exists, letter by letter. */
final class Typos {

	private static final int SHORTEST = 4;

	private static final int LONG = 7;

	private Typos() {
	}

	/**
	 * The word somebody meant: one slip in a word of four letters and more, two from
	 * seven on.
	 * @param typed without accents or capitals
	 * @param words in which order they come first when as near
	 */
	static Optional<Word> nearest(String typed, List<Word> words) {
		int most = (typed.length() >= LONG) ? 2 : (typed.length() >= SHORTEST) ? 1 : 0;
		return words.stream()
			.filter((word) -> distance(typed, word.plain()) <= most)
			.min(Comparator.comparingInt((word) -> distance(typed, word.plain())));
	}

	/** Letters too many, missing, wrong, or two that changed places. */
	static int distance(String one, String other) {
		int[][] far = new int[one.length() + 1][other.length() + 1];
		for (int i = 0; i <= one.length(); i++) {
			for (int j = 0; j <= other.length(); j++) {
				if (i == 0 || j == 0) {
					far[i][j] = i + j;
					continue;
				}
				int wrong = (one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
				far[i][j] = Math.min(Math.min(far[i - 1][j] + 1, far[i][j - 1] + 1), far[i - 1][j - 1] + wrong);
				if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
						&& one.charAt(i - 2) == other.charAt(j - 1)) {
					far[i][j] = Math.min(far[i][j], far[i - 2][j - 2] + 1);
				}
			}
		}
		return far[one.length()][other.length()];
	}

	/** A word of the library, and the same without accents. */
	record Word(String word, String plain) {
	}

}
