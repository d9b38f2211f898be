package fr.faireavec.structures;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.web.PageOf;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the directory, without minding case or accents. */
@Component
public class Directory {

	public static final int PAGE = 25;

	private static final int MOST_WORDS = 8;

	/** Enough for a long name and its commune. */
	private static final int LONGEST = 300;

	private final JdbcClient jdbc;

	private final StructureReaders readers;

	Directory(JdbcClient jdbc, StructureReaders readers) {
		this.jdbc = jdbc;
		this.readers = readers;
	}

	/**
	 * The structures whose name and commune hold every word, or whose SIRET begins so.
	 * @param departement a code, or empty for all
	 * @param number from 1; beyond the last page, the last page
	 */
	public PageOf<DirectoryRow> search(String text, String departement, int number) {
		int page = Math.clamp(number, 1, 100_000);
		List<Found> found = read(text, departement, (page - 1) * PAGE);
		if (found.isEmpty() && page > 1) {
			List<Found> first = read(text, departement, 0);
			int last = first.isEmpty() ? 1 : Math.toIntExact((first.getFirst().total() + PAGE - 1) / PAGE);
			page = last;
			found = (last == 1) ? first : read(text, departement, (last - 1) * PAGE);
		}
		long total = found.isEmpty() ? 0 : found.getFirst().total();
		Map<UUID, Integer> counts = this.readers.counts(found.stream().map((one) -> one.row().id()).toList());
		return new PageOf<>(
				found.stream().map(Found::row).map((row) -> row.with(counts.getOrDefault(row.id(), 0))).toList(), page,
				PAGE, total);
	}

	/**
	 * The first so many structures, by name, whose name and commune hold every word and
	 * that are not among those left out.
	 * @param without ids left out
	 * @param chosen comes first, whatever the words
	 */
	public List<Choice> choices(String text, Collection<UUID> without, @Nullable UUID chosen, int limit) {
		List<String> words = words(text);
		return worded(this.jdbc.sql("""
				SELECT s.id, s.name, s.commune FROM structure s
				WHERE ((%s) OR s.id = :chosen) AND s.id <> ALL (:without)
				ORDER BY s.id IS NOT DISTINCT FROM :chosen DESC, plain_text(s.name), s.id LIMIT :limit
				""".formatted(named(words)))
			.param("without", without.toArray(UUID[]::new))
			.param("chosen", chosen, Types.OTHER)
			.param("limit", limit), words)
			.query((row, n) -> new Choice(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("commune")))
			.list();
	}

	/** The départements where there is a structure. */
	public List<String> departements() {
		return this.jdbc
			.sql("SELECT DISTINCT departement FROM structure WHERE departement IS NOT NULL ORDER BY departement")
			.query((row, n) -> row.getString("departement"))
			.list();
	}

	private List<Found> read(String text, String departement, int offset) {
		List<String> words = words(text);
		String digits = CleanText.compact(text).replaceAll("[.-]", "");
		boolean number = digits.matches("[0-9]{3,14}");
		return worded(this.jdbc
			.sql("""
					SELECT s.id, s.slug, s.name, s.legal_form, s.commune, s.departement, s.siret,
					  count(*) OVER () AS total
					FROM structure s
					WHERE ((%s) OR (:number AND s.siret LIKE :siret)) AND (:departement = '' OR s.departement = :departement)
					ORDER BY plain_text(s.name), s.id LIMIT :size OFFSET :offset
					"""
				.formatted(named(words)))
			.param("number", number)
			.param("siret", digits + "%")
			.param("departement", departement)
			.param("size", PAGE)
			.param("offset", offset), words).query(
					(row, n) -> new Found(
							new DirectoryRow(row.getObject("id", UUID.class), row.getString("slug"),
									row.getString("name"), LegalForm.valueOf(row.getString("legal_form")),
									row.getString("commune"), row.getString("departement"), row.getString("siret"), 0),
							row.getLong("total")))
			.list();
	}

	/** A condition that every word stands in the name or the commune. */
	private static String named(List<String> words) {
		StringBuilder named = new StringBuilder("true");
		for (int i = 0; i < words.size(); i++) {
			named.append(" AND plain_text(s.name || ' ' || coalesce(s.commune, '')) LIKE plain_text(:word")
				.append(i)
				.append(')');
		}
		return named.toString();
	}

	private static JdbcClient.StatementSpec worded(JdbcClient.StatementSpec statement, List<String> words) {
		for (int i = 0; i < words.size(); i++) {
			statement.param("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
		}
		return statement;
	}

	private static List<String> words(String text) {
		String typed = CleanText.line(text);
		List<String> words = new ArrayList<>(List.of(typed.substring(0, Math.min(LONGEST, typed.length())).split(" ")));
		words.removeIf(String::isEmpty);
		return words.subList(0, Math.min(MOST_WORDS, words.size()));
	}

	/** A structure to choose. */
	public record Choice(UUID id, String name, @Nullable String commune) {

		/** « Recyclerie du Canal, Sourceville ». */
		public String inWords() {
			return (this.commune != null) ? this.name + ", " + this.commune : this.name;
		}

	}

	private record Found(DirectoryRow row, long total) {
	}

}
