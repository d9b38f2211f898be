package fr.faireavec.kernel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.PersonalDataHolder.Change;
import fr.faireavec.kernel.PersonalDataHolder.FreeText;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.Spellings.Name;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rewrites rows about somebody, for the {@link PersonalDataHolder}s. Their SQL may use
 * :person, :account, :names (in lower case), :addresses, :seats (the parcours where they
 * sat) and :at.
 */
@Component
public class PersonalRecords {

	/** What stands where somebody's given name stood. */
	public static final String NOBODY_GIVEN = "Personne";

	/** The same of a family name. */
	public static final String NOBODY_FAMILY = "effacée";

	/** What stands where a name stood. */
	public static final String NOBODY = NOBODY_GIVEN + " " + NOBODY_FAMILY;

	private static final String NOTHING = "\u2205";

	private static final UUID NONE = new UUID(0, 0);

	private final JdbcClient jdbc;

	PersonalRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return how many rows were changed
	 */
	public int change(String sql, Subject subject, Instant at) {
		return this.jdbc.sql(sql).params(parameters(subject, at)).update();
	}

	/**
	 * Texts in columns of one table.
	 * @param from the table as t, joined with what the rest asks for
	 * @param parcours SQL for the parcours they are of
	 * @param place SQL for where they are, as a reader says it
	 */
	public FreeText texts(String title, String table, List<String> columns, String from, String parcours,
			String place) {
		return texts(title, table, columns, from, parcours + " AS parcours_id, false AS own, " + place);
	}

	/** Texts in columns of a table whose rows are each about one person. */
	public FreeText textsAbout(String title, String table, List<String> columns) {
		return texts(title, table, columns, table + " t",
				"NULL::uuid AS parcours_id, t.person_id = :person AS own, ''");
	}

	private FreeText texts(String title, String table, List<String> columns, String from, String told) {
		String values = columns.stream()
			.map((column) -> "('" + column + "', t." + column + ", (SELECT a.atttypmod - 4 FROM pg_attribute a "
					+ "WHERE a.attrelid = '" + table + "'::regclass AND a.attname = '" + column
					+ "' AND a.atttypmod > 0))")
			.collect(Collectors.joining(", "));
		return new FreeText(title,
				"SELECT t.id, " + told + " AS place, v.part, v.words, v.longest FROM " + from
						+ " CROSS JOIN LATERAL (VALUES " + values + ") AS v (part, words, longest)",
				(id, parts) -> columns.containsAll(parts.keySet()) && put(table, id, parts));
	}

	private boolean put(String table, UUID id, Map<String, Change> parts) {
		String set = parts.keySet()
			.stream()
			.map((column) -> column + " = :after_" + column)
			.collect(Collectors.joining(", "));
		String same = parts.keySet()
			.stream()
			.map((column) -> column + " = :before_" + column)
			.collect(Collectors.joining(" AND "));
		var update = this.jdbc
			.sql("UPDATE " + table + " SET " + set + ", version = version + 1 WHERE id = :id AND " + same)
			.param("id", id);
		parts.forEach((column, change) -> update.param("after_" + column, change.after())
			.param("before_" + column, change.before()));
		return update.update() == 1;
	}

	/** What the SQL about somebody may use. */
	public static Map<String, Object> parameters(Subject subject, Instant at) {
		UUID account = subject.accountId();
		return Map.of("person", subject.personId(), "account", (account != null) ? account : NONE, "names",
				orNothing(subject.names().stream().map(Name::whole).toList()), "addresses",
				orNothing(subject.addresses()), "seats", subject.seats().isEmpty() ? Set.of(NONE) : subject.seats(),
				"at", Timestamp.from(at));
	}

	private static Set<String> orNothing(Collection<String> texts) {
		return texts.isEmpty() ? Set.of(NOTHING)
				: texts.stream().map((text) -> text.toLowerCase(Locale.FRENCH)).collect(Collectors.toSet());
	}

}
