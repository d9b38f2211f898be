package fr.faireavec.kernel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.kernel.PersonalDataHolder.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rewrites rows about somebody, for the {@link PersonalDataHolder}s. Their SQL may use
 * :person, :account, :address, :names (in lower case), :pattern (their names and address,
 * as whole words) and :at.
 */
@Component
public class PersonalRecords {

	/** What stands where a name stood. */
	public static final String NOBODY = "Personne effacée";

	private static final String NOTHING = "\u2205";

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
	 * Takes somebody's whole name and address out of texts that others wrote.
	 * @return how many rows named them
	 */
	public int redact(String table, List<String> columns, Subject subject) {
		String pattern = pattern(subject);
		if (pattern == null) {
			return 0;
		}
		String set = columns.stream()
			.map((column) -> column + " = regexp_replace(" + column + ", :pattern, :nobody, 'gi')")
			.collect(Collectors.joining(", "));
		return this.jdbc.sql("UPDATE " + table + " SET " + set + ", version = version + 1 WHERE " + naming(columns))
			.param("pattern", pattern)
			.param("nobody", NOBODY)
			.update();
	}

	/** SQL that counts the rows where such texts name them. */
	public static String counting(String table, List<String> columns) {
		return "SELECT count(*) FROM " + table + " WHERE " + naming(columns);
	}

	private static String naming(List<String> columns) {
		return columns.stream().map((column) -> column + " ~* :pattern").collect(Collectors.joining(" OR "));
	}

	/**
	 * A PostgreSQL regular expression for the names and the address, as whole words; null
	 * when there is nothing to look for.
	 */
	public static @Nullable String pattern(Subject subject) {
		List<String> known = Stream.concat(subject.names().stream(), Stream.ofNullable(subject.address()))
			.filter((name) -> !name.isBlank())
			.toList();
		return known.isEmpty() ? null : pattern(known.toArray(String[]::new));
	}

	/** The same for names that nobody is behind. */
	public static String pattern(String... names) {
		return Stream.of(names)
			.sorted((one, other) -> other.length() - one.length())
			.map((name) -> name.strip()
				.replaceAll("[\\\\.^$*+?()\\[\\]{}|-]", "\\\\$0")
				.replaceAll("\\s+", "[[:space:]]+"))
			.collect(Collectors.joining("|", "(?<![[:alnum:]])(?:", ")(?![[:alnum:]])"));
	}

	/** What the SQL about somebody may use. */
	public static Map<String, Object> parameters(Subject subject, Instant at) {
		Set<String> names = subject.names()
			.stream()
			.map((name) -> name.toLowerCase(Locale.FRENCH))
			.collect(Collectors.toSet());
		String address = subject.address();
		String pattern = pattern(subject);
		return Map.of("pattern", (pattern != null) ? pattern : NOTHING, "person", subject.personId(), "account",
				(subject.accountId() != null) ? subject.accountId() : new java.util.UUID(0, 0), "names",
				names.isEmpty() ? Set.of(NOTHING) : names, "address", (address != null) ? address : NOTHING, "at",
				Timestamp.from(at));
	}

}
