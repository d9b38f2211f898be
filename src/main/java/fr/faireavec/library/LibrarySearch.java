package fr.faireavec.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.journal.ActionState;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.web.PageOf;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches the library: those that say most of the words, the best first. Three or four
 * statements whatever is found.
 */
@Component
public class LibrarySearch {

	private static final String SAYING = """
			SELECT l.id FROM logged_action l WHERE l.library_terms @@ to_tsquery('public.library', :word%1$d)
			""";

	private static final String FILED = """
			UNION SELECT l.id FROM logged_action l WHERE l.library_terms IS NOT NULL
			  AND (l.theme_id = ANY (:entries%1$d) OR l.instrument_id = ANY (:entries%1$d))
			UNION SELECT c.action_id FROM action_entry c WHERE c.entry_id = ANY (:entries%1$d)
			""";

	private static final String CALLED = """
			UNION SELECT l.id FROM structure s JOIN enrolment e ON e.structure_id = s.id
			  JOIN logged_action l ON l.enrolment_id = e.id AND l.library_named
			WHERE library_terms(s.name) @@ to_tsquery('public.library', :word%1$d)
			""";

	private static final String ALL = """
			WITH worded AS (SELECT id, 0 AS words FROM logged_action WHERE library_terms IS NOT NULL),
			""";

	private static final String FOUND = """
			kept AS MATERIALIZED (
			  SELECT a.id, w.words, a.logged_at, {rank} AS rank
			  FROM worded w JOIN logged_action a ON a.id = w.id JOIN enrolment e ON e.id = a.enrolment_id
			  WHERE a.library_terms IS NOT NULL
			    AND (:theme::uuid IS NULL OR a.theme_id = :theme::uuid)
			    AND (:level::uuid IS NULL OR a.level_id = :level::uuid)
			    AND (:lever::uuid IS NULL OR EXISTS (SELECT FROM action_entry c WHERE c.action_id = a.id AND c.entry_id = :lever::uuid))
			    AND (:form::text IS NULL OR e.legal_form_then = :form::text)
			    AND (:departement = '' OR e.departement_then = :departement)),
			best AS (SELECT * FROM kept WHERE words = (SELECT max(words) FROM kept)),
			counted AS (SELECT count(*) AS total FROM best),
			shown AS (
			  SELECT b.* FROM best b ORDER BY b.rank DESC, b.logged_at DESC, b.id DESC
			  OFFSET (SELECT least(:offset, greatest(0, total - 1) / :size * :size) FROM counted) LIMIT :size)
			SELECT c.total, h.words, a.library_id, a.title, a.description, a.learning, a.state,
			       coalesce(theme.label, nullif(a.own_theme, '')) AS theme_label,
			       level.label AS level_label, CASE WHEN a.library_named THEN s.name END AS structure_name,
			       (SELECT count(DISTINCT t.enrolment_id) FROM logged_action t WHERE t.tried_from = a.id) AS taken_up
			FROM shown h CROSS JOIN counted c JOIN logged_action a ON a.id = h.id
			JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
			LEFT JOIN taxonomy_entry theme ON theme.id = a.theme_id
			LEFT JOIN taxonomy_entry level ON level.id = a.level_id
			ORDER BY h.rank DESC, h.logged_at DESC, h.id DESC
			""";

	private final JdbcClient jdbc;

	private final Spelling spelling;

	LibrarySearch(JdbcClient jdbc, Spelling spelling) {
		this.jdbc = jdbc;
		this.spelling = spelling;
	}

	/**
	 * One page of what says these words.
	 * @param typed whatever somebody types; nothing, or words that say nothing: all there
	 * is, the newest first
	 * @param number from 1; beyond the last page, the last page
	 */
	public Findings search(String typed, LibraryFilter filter, int number, int size) {
		List<SearchedWord> words = this.spelling.read(typed);
		List<SearchedWord> found = words.stream().filter(SearchedWord::found).toList();
		List<Findings.Forgiven> forgiven = found.stream()
			.filter(SearchedWord::isForgiven)
			.map((word) -> new Findings.Forgiven(word.typed(), String.valueOf(word.meant())))
			.toList();
		List<String> nowhere = words.stream().filter((word) -> !word.found()).map(SearchedWord::typed).toList();
		PageOf<LibraryRow> empty = new PageOf<>(List.of(), number, size, 0);
		if (found.isEmpty() && !words.isEmpty()) {
			return new Findings(empty, forgiven, nowhere, false);
		}
		List<Found> rows = read(found, filter, empty.number(), size);
		if (rows.isEmpty()) {
			return new Findings(empty, forgiven, nowhere, false);
		}
		long total = rows.getFirst().total();
		PageOf<LibraryRow> counted = new PageOf<>(List.of(), number, size, total);
		return new Findings(new PageOf<>(rows.stream().map(Found::row).toList(),
				Math.min(counted.number(), counted.last()), size, total), forgiven, nowhere,
				rows.getFirst().words() < found.size());
	}

	private List<Found> read(List<SearchedWord> words, LibraryFilter filter, int number, int size) {
		List<String> each = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			SearchedWord word = words.get(i);
			each.add("(" + (SAYING + (word.entries().isEmpty() ? "" : FILED) + (word.ofStructures() ? CALLED : ""))
				.formatted(i) + ")");
		}
		String rank = words.isEmpty() ? "0.0" : "ts_rank(a.library_terms, to_tsquery('public.library', :any))";
		String sql = (words.isEmpty() ? ALL : "WITH worded AS (SELECT id, count(*) AS words FROM ("
				+ String.join(" UNION ALL ", each) + ") one GROUP BY id),\n") + FOUND.replace("{rank}", rank);
		LegalForm form = filter.legalForm();
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("any", words.stream().map(SearchedWord::query).collect(Collectors.joining(" | ")))
			.param("theme", filter.themeId(), Types.OTHER)
			.param("level", filter.levelId(), Types.OTHER)
			.param("lever", filter.leverId(), Types.OTHER)
			.param("form", (form != null) ? form.name() : null, Types.VARCHAR)
			.param("departement", filter.departement())
			.param("offset", (long) (number - 1) * size)
			.param("size", size);
		for (int i = 0; i < words.size(); i++) {
			statement.param("word" + i, words.get(i).query());
			statement.param("entries" + i, words.get(i).entries().toArray(UUID[]::new));
		}
		return statement.query(LibrarySearch::found).list();
	}

	private static Found found(ResultSet row, int n) throws SQLException {
		return new Found(
				new LibraryRow(row.getObject("library_id", UUID.class), row.getString("title"),
						row.getString("description"), row.getString("learning"),
						ActionState.valueOf(row.getString("state")), row.getString("theme_label"),
						row.getString("level_label"), row.getString("structure_name"), row.getInt("taken_up")),
				row.getLong("total"), row.getInt("words"));
	}

	private record Found(LibraryRow row, long total, int words) {
	}

}
