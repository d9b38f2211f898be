package fr.faireavec.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways a text may write somebody's names and addresses, as whole words, whatever the
 * case, the accents, the apostrophes, the hyphens and the spaces: both parts in either
 * order, « Mme Carpentier », « I. Carpentier », « Inès C. », or an address. A given or a
 * family name alone is nobody's in particular: it is left. The work stays in proportion
 * to the length of the names: one of very many words is looked for as it stands only.
 */
public final class Spellings {

	private static final String TITLE = "(?:m|mr|mm|mme|mmes|mlle|mlles|monsieur|madame|mademoiselle|dr|docteur|docteure|pr"
			+ "|professeur|professeure|maitre)(?:\\. {0,2}| {1,2})";

	private static final String TITLED = "(?:" + TITLE + ")?";

	/** Within a compound name. */
	private static final String INSIDE = "[ '-]{0,3}";

	/** Between the two parts, also as they stand in two cells of a spreadsheet. */
	private static final String BETWEEN = "(?:[ .'()*_/-]{1,5}|, {0,2}|[\"']?[;,|][\"']?)";

	private static final String START = "(?<![\\p{L}\\p{N}])";

	private static final String END = "(?![\\p{L}\\p{N}])";

	private static final Map<String, String> LETTERS = Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ",
			"d", "ı", "i");

	/** Of a given or a family name, or of one that nobody cut: beyond, as it stands. */
	static final int WORDS = 8;

	private final List<Rule> rules = new ArrayList<>();

	public Spellings(Collection<Name> names, Collection<String> addresses) {
		addresses.stream()
			.filter((address) -> !address.isBlank())
			.forEach((address) -> rule(Manner.ADDRESS, "(?<![\\p{L}\\p{N}._%+-])"
					+ Pattern.quote(plain(address.strip())) + "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"));
		// In one pattern, so that « Inès Carpentier, Carpentier Inès » is two names.
		String whole = names.stream().flatMap(Spellings::wholes).distinct().collect(Collectors.joining("|"));
		if (!whole.isEmpty()) {
			rule(Manner.WHOLE, START + TITLED + "(?:" + whole + ")" + END);
		}
		names.forEach(this::shortened);
	}

	/** Either part first; nobody says where a name of three words is cut. */
	private static Stream<String> wholes(Name name) {
		List<String> given = words(name.given());
		List<String> family = words(name.family());
		List<String> all = Stream.concat(given.stream(), family.stream()).toList();
		if (isLong(given) || isLong(family)) {
			return Stream.of(joined(given), joined(family))
				.filter((part) -> !part.isEmpty())
				.reduce((first, last) -> first + BETWEEN + last)
				.stream();
		}
		return IntStream.range(1, all.size()).boxed().flatMap((cut) -> {
			String first = joined(all.subList(0, cut));
			String last = joined(all.subList(cut, all.size()));
			return Stream.of(first + BETWEEN + last, last + BETWEEN + first);
		});
	}

	private void shortened(Name name) {
		List<String> given = words(name.given());
		List<String> family = words(name.family());
		if (given.isEmpty() || family.isEmpty() || isLong(given) || isLong(family)) {
			return;
		}
		rule(Manner.TITLE, START + TITLE + joined(family) + END);
		String initials = given.stream().map((word) -> word.substring(0, 1)).collect(Collectors.joining("\\.?[ -]?"));
		rule(Manner.INITIAL, START + TITLED + "(?<i>" + initials + ")\\. ?" + joined(family) + END);
		rule(Manner.INITIAL, START + TITLED + joined(given) + " (?<i>" + family.getFirst().charAt(0) + ")" + END
				+ "(?:\\.(?!\\.))?");
		cutShort(given, family.getFirst());
		cutShort(family, given.getFirst());
	}

	/** As much of it as a text that was cut in the middle still says. */
	private void cutShort(List<String> first, String last) {
		if (last.length() < 2) {
			return;
		}
		String rest = "";
		for (int i = last.length() - 1; i >= 2; i--) {
			rest = "(?:" + last.charAt(i) + rest + ")?";
		}
		rule(Manner.WHOLE,
				START + TITLED + joined(first) + BETWEEN + last.substring(0, 2) + rest + "(?=(?:\\.\\.\\.)?$)");
	}

	private void rule(Manner manner, String regex) {
		this.rules.add(new Rule(manner, Pattern.compile(regex)));
	}

	private static boolean isLong(List<String> words) {
		return words.size() > WORDS;
	}

	private static List<String> words(String name) {
		return Arrays.stream(plain(name).split("[^\\p{L}\\p{N}]+", -1)).filter((word) -> !word.isEmpty()).toList();
	}

	private static String joined(List<String> words) {
		return String.join(INSIDE, words);
	}

	/** How many characters of patterns it looks for. */
	int length() {
		return this.rules.stream().mapToInt((rule) -> rule.pattern().pattern().length()).sum();
	}

	/** Where a text names them, from its beginning on, never twice the same letter. */
	public List<Found> in(String text) {
		Folded folded = Folded.of(text);
		List<Found> found = new ArrayList<>();
		for (Rule rule : this.rules) {
			Matcher matcher = rule.pattern().matcher(folded.text());
			while (matcher.find()) {
				int start = folded.from(matcher.start());
				int end = folded.to(matcher.end());
				if ((rule.manner() != Manner.INITIAL || capital(text, folded.from(matcher.start("i"))))
						&& found.stream().noneMatch((other) -> other.start() < end && start < other.end())) {
					found.add(new Found(start, end, rule.manner()));
				}
			}
		}
		return found.stream().sorted(Comparator.comparingInt(Found::start)).toList();
	}

	private static boolean capital(String text, int at) {
		return Character.isUpperCase(text.codePointAt(at));
	}

	/** Without case, accents, invisible characters, or more than one kind of space. */
	public static String plain(String text) {
		return Folded.of(text).text();
	}

	/** Some text found: from where, until before where, and how it was written. */
	public record Found(int start, int end, Manner manner) {
	}

	/** How somebody is named. */
	public enum Manner {

		/** Both parts of their name. */
		WHOLE,
		/** An address of theirs. */
		ADDRESS,
		/** « Mme Carpentier »: also anybody of the family. */
		TITLE,
		/** « I. Carpentier », « Inès C. »: others may be written so too. */
		INITIAL

	}

	/** A name in its two parts; one is empty when nobody said which is which. */
	public record Name(String given, String family) {

		/**
		 * A name written in one go: of three words and more, nobody knows where it is
		 * cut.
		 */
		public static Name of(String whole) {
			String[] words = whole.strip().split("\\s+", -1);
			return (words.length == 2) ? new Name(words[0], words[1]) : new Name("", whole);
		}

		public String whole() {
			return (this.given + " " + this.family).strip();
		}

		/**
		 * Whether both are one name, whatever the case, the accents, the hyphens and the
		 * spaces, either part first.
		 */
		public boolean isSame(Name other) {
			String letters = letters(this.given) + letters(this.family);
			return letters.equals(letters(other.given) + letters(other.family))
					|| letters.equals(letters(other.family) + letters(other.given));
		}

		private static String letters(String part) {
			return String.join("", words(part));
		}

	}

	private record Rule(Manner manner, Pattern pattern) {
	}

	/** A text made plain, and where each of its letters came from. */
	private static final class Folded {

		private final String text;

		private final int[] origins;

		private final int length;

		private Folded(String text, int[] origins, int length) {
			this.text = text;
			this.origins = origins;
			this.length = length;
		}

		String text() {
			return this.text;
		}

		static Folded of(String original) {
			StringBuilder text = new StringBuilder();
			int[] origins = new int[Math.max(16, original.length())];
			for (int at = 0; at < original.length();) {
				int codePoint = original.codePointAt(at);
				String folded = folded(codePoint);
				for (int i = 0; i < folded.length(); i++) {
					if (text.length() == origins.length) {
						origins = Arrays.copyOf(origins, origins.length * 2);
					}
					origins[text.length()] = at;
					text.append(folded.charAt(i));
				}
				at += Character.charCount(codePoint);
			}
			return new Folded(text.toString(), origins, original.length());
		}

		private static String folded(int codePoint) {
			if (codePoint < 128) {
				return (codePoint <= ' ') ? " "
						: (codePoint == '`') ? "'" : Character.toString(Character.toLowerCase(codePoint));
			}
			StringBuilder letters = new StringBuilder();
			UnicodeText.apart(Character.toString(codePoint)).codePoints().forEach((one) -> {
				String known = LETTERS.get(Character.toString(Character.toLowerCase(one)));
				if (known != null) {
					letters.append(known);
					return;
				}
				switch (Character.getType(one)) {
					case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
					}
					case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
							Character.CONTROL ->
						letters.append(' ');
					case Character.DASH_PUNCTUATION -> letters.append('-');
					default ->
						letters.appendCodePoint(("\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\uff07`".indexOf(one) >= 0)
								? '\'' : (one == 0x2212) ? '-' : Character.toLowerCase(one));
				}
			});
			return letters.toString();
		}

		int from(int at) {
			return this.origins[at];
		}

		/** Up to the next letter: the marks on the last one are its own. */
		int to(int end) {
			return (end < this.text.length()) ? this.origins[end] : this.length;
		}

	}

	/** The same text with other words where it names them. */
	public static String replaced(String text, List<Found> found, String by) {
		StringBuilder replaced = new StringBuilder();
		int from = 0;
		for (Found one : found) {
			replaced.append(text, from, one.start()).append(by);
			from = one.end();
		}
		return replaced.append(text.substring(from)).toString();
	}

	/** The same text without them. */
	public String without(String text) {
		return replaced(text, in(text), PersonalRecords.NOBODY);
	}

}
