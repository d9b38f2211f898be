package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Where each column stands in one file, and the headings that say nothing to us. */
record Columns(Map<Column, Integer> places, List<String> ignored) {

	private static final Set<String> SMALL_WORDS = Set.of("de", "du", "des", "d", "la", "le", "les", "l", "n", "no",
			"numero", "adresse", "obligatoire", "facultatif", "facultative");

	/** What heads a column is no text. */
	private static final int LONGEST = 200;

	private static final Map<String, Column> NAMES = names();

	/** Without « pilote » or « copilote », these are the pilot's. */
	private static final Map<String, Column> BARE = Map.of("prenom", Column.PILOT_GIVEN_NAME, "email",
			Column.PILOT_EMAIL);

	/**
	 * Reads the headings, in any order.
	 * @throws Refusal when a required one is missing, or one stands twice
	 */
	static Columns of(List<String> headings) {
		Map<Column, Integer> places = new EnumMap<>(Column.class);
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
			Integer earlier = places.putIfAbsent(column, i);
			if (earlier != null) {
				throw new Refusal("imports.columns.twice", Plain.clipped(headings.get(earlier).strip()),
						Plain.clipped(heading));
			}
		}
		requireAll(places, headings);
		return new Columns(places, ignored);
	}

	/** How many of these headings say something to us: tells the right separator. */
	static long recognised(List<String> headings) {
		return headings.stream()
			.limit(CohortFile.MOST_COLUMNS)
			.map((heading) -> column(key(heading), true))
			.filter((column) -> column != null)
			.count();
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
