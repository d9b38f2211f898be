package fr.faireavec.imports;

import java.util.Locale;

import fr.faireavec.kernel.UnicodeText;

/** Texts stripped of what people write in several ways: accents, case, punctuation. */
public final class Plain {

	private Plain() {
	}

	/** Letters and digits only; the text itself when it has none of them. */
	public static String key(String text) {
		String key = words(text).replace(" ", "");
		return key.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : key;
	}

	/** Lower-case words between single spaces. */
	static String words(String text) {
		String whole = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae");
		return UnicodeText.withoutAccents(whole).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
	}

	/** The beginning of what was typed, short enough to be quoted in a sentence. */
	public static String clipped(String text) {
		int longest = 60;
		if (text.codePointCount(0, text.length()) <= longest) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
	}

}
