package fr.faireavec.structures;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.UnicodeText;
import org.jspecify.annotations.Nullable;

/**
 * Communes compared whichever way they are written: « Saint-Omer », « ST OMER CEDEX 1 »,
 * « 62500 Saint-Omer » and « saint omer (62) » are one. Shown as they were typed.
 */
public final class Commune {

	/** « Quesnoy (Le) » is how lists sort « Le Quesnoy ». */
	private static final Pattern ARTICLE_LAST = Pattern.compile("\\((le|la|les|l['’])\\)");

	/** A postal code, a département in parentheses, Cedex and its number. */
	private static final Pattern BESIDES = Pattern
		.compile("\\([^()]*\\)|(?<![0-9])[0-9]{5}(?![0-9])|\\bcedex\\b(\\s*[0-9]{1,2}\\b)?");

	private Commune() {
	}

	/** What two ways to write one commune share; empty when there is none. */
	public static String key(@Nullable String typed) {
		if (typed == null) {
			return "";
		}
		String whole = CleanText.line(typed)
			.toLowerCase(Locale.ROOT)
			.replace("œ", "oe")
			.replace("æ", "ae")
			.replace("s/", "sur ");
		String plain = UnicodeText.withoutAccents(whole);
		Matcher sorted = ARTICLE_LAST.matcher(plain);
		String read = plain;
		if (sorted.find()) {
			read = sorted.group(1) + " " + plain.substring(0, sorted.start()) + plain.substring(sorted.end());
		}
		return BESIDES.matcher(read)
			.replaceAll(" ")
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.replaceAll("\\bst\\b", "saint")
			.replaceAll("\\bste\\b", "sainte")
			.replace(" ", "");
	}

}
