package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Where each column stands in one file, and the headings that say nothing to us. */
record Columns(Map<Column, Integer> places, Set<Column> familyFirst, List<String> ignored) {

	private static final Set<String> SMALL_WORDS = Set.of("de", "du", "des", "d", "et", "la", "le", "les", "l", "n",
			"no", "numero", "adresse", "a", "au", "partir", "obligatoire", "facultatif", "facultative");

	private static final Pattern FAMILY_FIRST = Pattern.compile("\\bnoms?\\b.*\\bprenoms?\\b");

	/** What heads a column is no text. */
	static final int LONGEST = 200;

	private static final Map<String, Column> NAMES = names();

	/** Without « pilote » or « copilote », these are the pilot's. */
	private static final Map<String, Column> BARE = Map.ofEntries(Map.entry("prenom", Column.PILOT_GIVEN_NAME),
			Map.entry("email", Column.PILOT_EMAIL), Map.entry("nom prenom", Column.PILOT_NAME),
			Map.entry("complet nom", Column.PILOT_NAME), Map.entry("personne", Column.PILOT_NAME),
			Map.entry("participant", Column.PILOT_NAME), Map.entry("participante", Column.PILOT_NAME),
			Map.entry("telephone", Column.PILOT_TELEPHONE), Map.entry("tel", Column.PILOT_TELEPHONE),
			Map.entry("portable", Column.PILOT_TELEPHONE), Map.entry("mobile", Column.PILOT_TELEPHONE));

	/**
	 * Reads the headings, in any order.
	 * @throws Refusal when a required one is missing, or one stands twice
	 */
	static Columns of(List<String> headings) {
		Map<Column, Integer> places = new EnumMap<>(Column.class);
		Set<Column> familyFirst = EnumSet.noneOf(Column.class);
		List<String> ignored = new ArrayList<>();
		List<String> keys = headings.stream().map(Columns::key).toList();
		boolean structureNamed = keys.stream().anyMatch((key) -> NAMES.get(key) == Column.STRUCTURE);
		for (int i = 0; i < keys.size(); i++) {
			String heading = headings.get(i).strip();
			Column column = column(keys.get(i), structureNamed);
			if (column == null) {
				if (!heading.isEmpty()) {
					ignored.add(Plain.clipped(heading));
				}
				continue;
			}
			if (FAMILY_FIRST.matcher(Plain.words(heading)).find()) {
				familyFirst.add(column);
			}
			Integer earlier = places.putIfAbsent(column, i);
			if (earlier != null) {
				throw new Refusal("imports.columns.twice", Plain.clipped(headings.get(earlier).strip()),
						Plain.clipped(heading));
			}
		}
		// A mandate says who signed it: a date alone signs nothing.
		if (!places.containsKey(Column.SIGNATORY)) {
			Integer alone = places.remove(Column.SIGNED_ON);
			if (alone != null) {
				ignored.add(Plain.clipped(headings.get(alone).strip()));
			}
		}
		requireAll(places, headings);
		return new Columns(places, familyFirst, ignored);
	}

	/**
	 * How many columns these headings name, none of them twice; tells headings from
	 * titles, and the right separator.
	 */
	static long recognised(List<String> headings) {
		List<Column> named = headings.stream()
			.limit(CohortFile.MOST_COLUMNS)
			.map((heading) -> column(key(heading), true))
			.filter(Objects::nonNull)
			.toList();
		return 2L * Set.copyOf(named).size() - named.size();
	}

	/** Whether these headings name every column a file needs. */
	static boolean suffices(List<String> headings) {
		List<String> keys = headings.stream().limit(CohortFile.MOST_COLUMNS).map(Columns::key).toList();
		boolean structureNamed = keys.stream().anyMatch((key) -> NAMES.get(key) == Column.STRUCTURE);
		Set<Column> named = keys.stream()
			.map((key) -> column(key, structureNamed))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return Arrays.stream(Column.values()).filter(Column::isRequired).allMatch(named::contains);
	}

	/**
	 * One heading out of two, one above the other: « Pilote » above « Prénom ». Under a
	 * heading that says nothing to us, what would be the pilot's elsewhere is not.
	 */
	static String joined(String above, String below) {
		if (below.isBlank() || above.isBlank()) {
			return above.isBlank() ? below : above;
		}
		String both = above.strip() + " " + below.strip();
		return (column(key(both), true) == null && NAMES.containsKey(key(below))) ? below : both;
	}

	private static void requireAll(Map<Column, Integer> places, List<String> headings) {
		List<Column> missing = Arrays.stream(Column.values())
			.filter((column) -> column.isRequired() && !places.containsKey(column))
			.toList();
		if (!missing.isEmpty()) {
			String which = (missing.size() > 1) ? "both" : missing.getFirst().name();
			String read = headings.stream()
				.map((heading) -> Plain.clipped(heading.strip()))
				.filter((heading) -> !heading.isEmpty())
				.limit(20)
				.collect(Collectors.joining(", "));
			throw new Refusal("imports.columns.missing." + which, read);
		}
	}

	private static @Nullable Column column(String key, boolean structureNamed) {
		if ("nom".equals(key)) {
			return structureNamed ? Column.PILOT_FAMILY_NAME : Column.STRUCTURE;
		}
		Column named = NAMES.get(key);
		return (named != null) ? named : BARE.get(key);
	}

	/** « E-mail du pilote », « pilote_courriel » and « MAIL PILOTE » are one. */
	private static String key(String heading) {
		if (heading.length() > LONGEST) {
			return "";
		}
		String words = (" " + Plain.words(heading) + " ").replace(" adresse electronique ", " email ")
			.replace(" e mail ", " email ")
			.replace(" co pilote ", " copilote ")
			.replace(" signe le ", " date signature ")
			.strip();
		return Arrays.stream(words.split(" "))
			.map((word) -> Set.of("mail", "courriel", "mel", "mails").contains(word) ? "email" : word)
			.filter((word) -> !SMALL_WORDS.contains(word))
			.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
					(sorted) -> String.join(" ", sorted)));
	}

	private static Map<String, Column> names() {
		Map<String, Column> names = new HashMap<>();
		for (Column column : Column.values()) {
			column.names().forEach((name) -> names.put(key(name), column));
		}
		return names;
	}

}
