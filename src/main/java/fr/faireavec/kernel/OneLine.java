package fr.faireavec.kernel;

import java.util.regex.Pattern;

/**
 * Words from outside made one line: nothing in them ends it, hides, or turns the reading
 * round, in a header, in the log or on a page.
 */
public final class OneLine {

	private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

	private OneLine() {
	}

	public static String of(String text) {
		return UNSEEN.matcher(text).replaceAll(" ").strip();
	}

	/** The beginning of it, in so many characters at most. */
	public static String of(String text, int longest) {
		String line = of(text);
		if (line.length() <= longest) {
			return line;
		}
		return line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
	}

}
