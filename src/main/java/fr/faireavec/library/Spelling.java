package fr.faireavec.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.kernel.UnicodeText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands what was typed: its words, in whatever form the library says them, then by
 * their beginning, then as the nearest word that exists. Two or three statements.
 */
@Component
class Spelling {

	private static final int MOST_WORDS = 8;

	private static final int LONGEST = 300;

	private static final int LONGEST_WORD = 40;

	private static final String KNOWN = """
			WITH asked AS (
			  SELECT w.n, w.word, to_tsquery('public.library', w.word) AS whole,
			         to_tsquery('public.library', w.word || ':*') AS opening
			  FROM unnest(CAST(:words AS text[])) WITH ORDINALITY AS w(word, n)),
			known AS (
			  SELECT a.*, numnode(a.whole) = 0 AS empty,
			    EXISTS (SELECT FROM logged_action l WHERE l.library_terms @@ a.whole) AS said,
			    ARRAY(SELECT t.id FROM taxonomy_entry t WHERE t.taxonomy IN ('THEME', 'LEVER', 'INSTRUMENT')
			      AND library_terms(t.label) @@ a.whole) AS entries,
			    EXISTS (SELECT FROM structure s JOIN enrolment e ON e.structure_id = s.id
			        JOIN logged_action l ON l.enrolment_id = e.id AND l.library_named AND l.library_terms IS NOT NULL
			      WHERE library_terms(s.name) @@ a.whole) AS called
			  FROM asked a)
			SELECT k.word, k.empty, k.said, k.entries, k.called,
			  NOT k.said AND length(k.word) > 3 AND EXISTS (SELECT FROM logged_action l WHERE l.library_terms @@ k.opening) AS opens
			FROM known k ORDER BY k.n""";

	/** By the GiST index, the nearest first. */
	private static final String NEAR = """
			SELECT u.word AS typed, w.word, w.plain
			FROM unnest(CAST(:words AS text[])) WITH ORDINALITY AS u(word, n)
			CROSS JOIN LATERAL (SELECT v.word, v.plain FROM library_word v ORDER BY v.plain <-> plain_text(u.word), v.word LIMIT 30) w
			ORDER BY u.n, w.plain <-> plain_text(u.word), w.word""";

	private static final String LABELS = """
			SELECT DISTINCT lower(w) AS word, plain_text(w) AS plain
			FROM taxonomy_entry t CROSS JOIN regexp_split_to_table(library_text(t.label), ' ') w
			WHERE t.taxonomy IN ('THEME', 'LEVER', 'INSTRUMENT') AND length(w) > 2 ORDER BY word""";

	private final JdbcClient jdbc;

	Spelling(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The words that say something, in their order. */
	List<SearchedWord> read(String typed) {
		List<String> words = words(typed);
		if (words.isEmpty()) {
			return List.of();
		}
		List<SearchedWord> read = known(words);
		List<String> unknown = read.stream().filter((word) -> !word.found()).map(SearchedWord::typed).toList();
		if (unknown.isEmpty()) {
			return read;
		}
		Map<String, String> meant = meant(unknown);
		Map<String, SearchedWord> instead = meant.isEmpty() ? Map.of()
				: known(meant.values().stream().distinct().toList()).stream()
					.collect(Collectors.toMap(SearchedWord::typed, (word) -> word));
		return read.stream().map((word) -> {
			SearchedWord other = instead.get(meant.getOrDefault(word.typed(), ""));
			return (other != null) ? other.of(word.typed()) : word;
		}).toList();
	}

	private List<SearchedWord> known(List<String> words) {
		List<SearchedWord> known = new ArrayList<>();
		this.jdbc.sql(KNOWN).param("words", words.toArray(String[]::new)).query((row, n) -> {
			String word = row.getString("word");
			List<UUID> entries = List.of((UUID[]) row.getArray("entries").getArray());
			boolean called = row.getBoolean("called");
			boolean opens = row.getBoolean("opens");
			boolean found = row.getBoolean("said") || opens || called || !entries.isEmpty();
			if (!row.getBoolean("empty")) {
				known.add(new SearchedWord(word, null, opens ? word + ":*" : word, entries, called, found));
			}
			return word;
		}).list();
		return known;
	}

	private Map<String, String> meant(List<String> unknown) {
		List<Typos.Word> labels = this.jdbc.sql(LABELS)
			.query((row, n) -> new Typos.Word(row.getString("word"), row.getString("plain")))
			.list();
		Map<String, List<Typos.Word>> near = new LinkedHashMap<>();
		unknown.forEach((word) -> near.put(word, new ArrayList<>()));
		this.jdbc.sql(NEAR)
			.param("words", unknown.toArray(String[]::new))
			.query((row, n) -> near.getOrDefault(row.getString("typed"), new ArrayList<>())
				.add(new Typos.Word(row.getString("word"), row.getString("plain"))))
			.list();
		Map<String, String> meant = new LinkedHashMap<>();
		near.forEach((word, words) -> {
			words.addAll(labels);
			Typos.nearest(Spellings.plain(word), words).ifPresent((nearest) -> meant.put(word, nearest.word()));
		});
		return meant;
	}

	/** Of letters and digits alone: nothing of them means anything to PostgreSQL. */
	private static List<String> words(String typed) {
		String line = CleanText.line(typed);
		String text = UnicodeText.unified(line.substring(0, Math.min(LONGEST, line.length())));
		return Arrays.stream(text.toLowerCase(Locale.FRENCH).split("[^\\p{L}\\p{N}]+", -1))
			.filter((word) -> !word.isEmpty() && word.length() <= LONGEST_WORD)
			.distinct()
			.limit(MOST_WORDS)
			.toList();
	}

}
