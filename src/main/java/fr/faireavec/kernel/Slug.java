package fr.faireavec.kernel;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The readable, immutable piece of an address: lower case, without accents, at most 150
 * characters.
 */
public final class Slug {

	private static final int LONGEST = 150;

	/** Words that are routes themselves. */
	private static final Set<String> RESERVED = Set.of("nouveau", "nouvelle", "import", "export", "modifier");

	private Slug() {
	}

	/** The first free slug for this name: « nom », « nom-2 », « nom-3 »… */
	public static String of(String name, Predicate<String> taken) {
		String base = plain(name);
		String candidate = base;
		for (int n = 2; RESERVED.contains(candidate) || taken.test(candidate); n++) {
			candidate = base + "-" + n;
		}
		return candidate;
	}

	static String plain(String name) {
		String ascii = UnicodeText.withoutAccents(name.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("(^-+)|(-+$)", "");
		String shortened = ascii.substring(0, Math.min(LONGEST, ascii.length())).replaceAll("-+$", "");
		return shortened.isEmpty() ? "sans-nom" : shortened;
	}

}
