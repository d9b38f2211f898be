package fr.faireavec.kernel;

import java.text.Normalizer;

/**
 * The one place where the forms Unicode has for one text become one. A run of accents
 * over one letter is cut first: to put them in order takes the square of their number,
 * and no language has thirty (UAX #15, stream-safe text).
 */
public final class UnicodeText {

	/** How many accents in a row a text may hold. */
	static final int MOST_MARKS = 30;

	// Some more than allowed stay, though three join their letter: what was too much
	// still is, and is refused.
	private static final int KEPT_MARKS = MOST_MARKS + 10;

	private UnicodeText() {
	}

	/** Each letter with its accents as one character (NFC). */
	public static String composed(String text) {
		return Normalizer.normalize(bounded(text), Normalizer.Form.NFC);
	}

	/** What looks or means the same, as one and the same text (NFKC). */
	public static String unified(String text) {
		return Normalizer.normalize(bounded(text), Normalizer.Form.NFKC);
	}

	/** Letters and their accents apart, what is drawn otherwise as usual (NFKD). */
	static String apart(String text) {
		return Normalizer.normalize(bounded(text), Normalizer.Form.NFKD);
	}

	/** Letters without their accents. */
	public static String withoutAccents(String text) {
		return Normalizer.normalize(bounded(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

	/** Whether a character stands over, under or around the one before it. */
	static boolean isMark(int c) {
		return switch (Character.getType(c)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			// Half-width voicing marks: letters, until they are unified.
			default -> c == 0xFF9E || c == 0xFF9F;
		};
	}

	private static String bounded(String text) {
		StringBuilder bounded = new StringBuilder(text.length());
		int marks = 0;
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			marks = isMark(c) ? marks + 1 : 0;
			if (marks <= KEPT_MARKS) {
				bounded.appendCodePoint(c);
			}
			i += Character.charCount(c);
		}
		return (bounded.length() == text.length()) ? text : bounded.toString();
	}

}
