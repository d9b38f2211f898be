package fr.faireavec.kernel;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one place that cleans what people type or paste: what nobody sees (zero-width and
 * soft characters, marks that turn text around) goes, accents are written in one way,
 * unusual spaces become plain ones. What is visible stays as it was typed.
 */
public final class CleanText {

	/** Letters, blanks and marks that show nothing, though Unicode calls them visible. */
	private static final Set<Integer> BLANK = Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D,
			0x180F, 0x2800, 0x3164, 0xFFA0);

	/** Arabic and Kaithi number signs: called invisible, though everybody sees them. */
	private static final Set<Integer> SEEN = Set.of(0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F,
			0x08E2, 0x110BD, 0x110CD);

	/** Scripts in which an invisible joiner changes how letters are drawn, or never. */
	private static final Set<UnicodeScript> UNJOINED = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
			UnicodeScript.CYRILLIC, UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

	private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");

	private static final Pattern ODD_SPACES = Pattern.compile("[\\p{Z}&&[^ \u00A0\u202F]]");

	/** A no-break space anywhere but where French typography or a number wants it. */
	private static final Pattern LOOSE_NO_BREAK = Pattern
		.compile("(?<![«\\d])[\u00A0\u202F](?![;:!?»%€])|(?<=\\d)[\u00A0\u202F](?![;:!?»%€\\d])");

	private CleanText() {
	}

	/** A text of several lines, each line's end one character. */
	public static String prose(String typed) {
		if (isPlain(typed)) {
			return typed.strip();
		}
		String lines = LINE_ENDS.matcher(typed).replaceAll("\n");
		String visible = visible(UnicodeText.composed(lines));
		String spaced = ODD_SPACES.matcher(visible).replaceAll(" ");
		return trimmed(LOOSE_NO_BREAK.matcher(spaced).replaceAll(" "));
	}

	/** A text of one line, whose words stand one plain space apart. */
	public static String line(String typed) {
		return prose(typed).replaceAll("[\\s\\p{Z}]+", " ");
	}

	/**
	 * A number or an identifier: no space at all, digits and signs as keyboards have
	 * them.
	 */
	public static String compact(String typed) {
		return halfWidth(line(typed)).replace(" ", "").replace('\u2212', '-');
	}

	/** Full-width letters, digits and signs are those of a keyboard, drawn wide. */
	static String halfWidth(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.codePoints().map((c) -> (c >= 0xFF01 && c <= 0xFF5E) ? c - 0xFEE0 : c).forEach(plain::appendCodePoint);
		return plain.toString();
	}

	/**
	 * The first character that no text may hold: a control, half a character, an accent
	 * over too many others.
	 */
	public static @Nullable OddCharacter unreadable(String text) {
		int[] marks = new int[1];
		return OddCharacter.first(text, (c) -> {
			marks[0] = UnicodeText.isMark(c) ? marks[0] + 1 : 0;
			return marks[0] > UnicodeText.MOST_MARKS || switch (Character.getType(c)) {
				case Character.CONTROL -> c != '\n' && c != '\t';
				case Character.SURROGATE -> true;
				default -> c == 0xFFFD;
			};
		});
	}

	/** The first character that no keyboard puts in a number; null when there is none. */
	public static @Nullable OddCharacter notOfNumbers(String text) {
		return OddCharacter.first(compact(text), (c) -> c > 0x7E);
	}

	/** Without any kind of space around: String.strip leaves some. */
	private static String trimmed(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isSpace(text.charAt(start))) {
			start++;
		}
		while (end > start && isSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isSpace(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	private static boolean isPlain(String text) {
		return text.chars().allMatch((c) -> (c >= ' ' && c < 0x7F) || c == '\n');
	}

	private static String visible(String text) {
		int[] typed = text.codePoints().toArray();
		StringBuilder seen = new StringBuilder(text.length());
		for (int i = 0; i < typed.length; i++) {
			int before = (i > 0) ? typed[i - 1] : ' ';
			int after = (i + 1 < typed.length) ? typed[i + 1] : ' ';
			if (!isInvisible(typed[i]) || shapes(typed[i], before, after)) {
				seen.appendCodePoint(typed[i]);
			}
		}
		return seen.toString();
	}

	private static boolean isInvisible(int c) {
		boolean variation = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
		return variation || BLANK.contains(c) || (Character.getType(c) == Character.FORMAT && !SEEN.contains(c));
	}

	/** Joins a family of emoji, or letters that are written joined. */
	private static boolean shapes(int c, int before, int after) {
		if (c == 0xFE0E || c == 0xFE0F) {
			return isPicture(before) || after == 0x20E3;
		}
		boolean joiner = c == 0x200C || c == 0x200D;
		boolean pictures = isPicture(after) && (before == 0xFE0F || isPicture(before));
		boolean letters = !UNJOINED.contains(UnicodeScript.of(before)) && !UNJOINED.contains(UnicodeScript.of(after));
		return joiner && (pictures || letters);
	}

	private static boolean isPicture(int c) {
		return c > 0xFF && Character.isEmoji(c);
	}

}
