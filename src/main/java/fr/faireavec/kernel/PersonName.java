package fr.faireavec.kernel;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What people are called: one line of letters, digits, spaces, apostrophes, hyphens and
 * dots. Names are shown to many and written into letters that we send: they hold no
 * address of a site or a mailbox, nothing invisible, and no letter that passes itself off
 * as another.
 */
public final class PersonName {

	/**
	 * A dot ends a word or an initial (« J.-P. », « J.R. »): it never leads to a site.
	 */
	private static final Pattern WRONG_DOT = Pattern
		.compile("\\.(?!$|[ ,)'’-]|\\p{L}\\p{M}*(?:[. ,)-]|$))|(?<![\\p{L}\\p{M}\\p{Nd})])\\.");

	private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

	private PersonName() {
	}

	/**
	 * A given or a family name; empty when nothing was typed.
	 * @param field whom a refusal blames
	 * @throws Refusal that names the character too many, or says how many words may be
	 */
	public static String read(String field, String typed) {
		String name = read(field, typed, "");
		if (NOT_A_WORD.splitAsStream(name).filter((word) -> !word.isEmpty()).count() > Spellings.WORDS) {
			throw Refusal.of(field, "web.name.words", Spellings.WORDS);
		}
		return name;
	}

	/** The same, perhaps with what they do: « Anne Martin, présidente (par intérim) ». */
	public static String withFunction(String field, String typed) {
		return read(field, typed, ",()/&");
	}

	private static String read(String field, String typed, String besides) {
		String name = CleanText.halfWidth(CleanText.line(typed))
			.replaceAll("[\u2010\u2011\u2012\u2013\u2212]", "-")
			.replaceAll("[`\u00B4\u2018\u2032\u02BC]", "’");
		OddCharacter odd = OddCharacter.first(name, (c) -> !belongs(c) && besides.indexOf(c) < 0);
		if (odd == null) {
			odd = impostor(name);
		}
		if (odd != null) {
			throw Refusal.of(field, "web.name.character", odd);
		}
		Matcher dot = WRONG_DOT.matcher(name);
		if (dot.find()) {
			throw Refusal.of(field, "web.name.address");
		}
		boolean named = name.codePoints().anyMatch(Character::isLetter);
		if (!name.isEmpty() && (!named || !name.matches("(?s)[’']?[\\p{L}\\p{Nd}].*"))) {
			throw Refusal.of(field, "web.name.letters");
		}
		return name;
	}

	private static boolean belongs(int c) {
		return switch (Character.getType(c)) {
			case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
					Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.NON_SPACING_MARK,
					Character.COMBINING_SPACING_MARK, Character.DECIMAL_DIGIT_NUMBER ->
				true;
			default -> " '’-.".indexOf(c) >= 0;
		};
	}

	/** Beside Latin letters, one of an alphabet that looks alike. */
	private static @Nullable OddCharacter impostor(String name) {
		boolean latin = name.codePoints().anyMatch((c) -> UnicodeScript.of(c) == UnicodeScript.LATIN);
		return latin ? OddCharacter.first(name, (c) -> Character.isLetter(c) && switch (UnicodeScript.of(c)) {
			case LATIN, COMMON, INHERITED -> false;
			default -> true;
		}) : null;
	}

}
