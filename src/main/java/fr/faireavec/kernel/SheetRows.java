package fr.faireavec.kernel;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of two sheets that are one person's, for the {@link SheetHolder}s. Their SQL
 * may use :given (the sheet that goes), :kept (the one that stays), :givenAccount,
 * :keptAccount, :today and :at.
 */
public final class SheetRows {

	private static final UUID NONE = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final UUID kept;

	private final Map<String, Object> parameters;

	public SheetRows(JdbcClient jdbc, Two two, Instant at) {
		this.jdbc = jdbc;
		this.kept = two.kept();
		this.parameters = parameters(two, at);
	}

	/** What the SQL about two sheets may use. */
	public static Map<String, Object> parameters(Two two, Instant at) {
		return Map.of("given", two.given(), "kept", two.kept(), "givenAccount", orNone(two.givenAccount()),
				"keptAccount", orNone(two.keptAccount()), "today", LocalDate.ofInstant(at, Zones.PARIS), "at",
				Timestamp.from(at));
	}

	private static UUID orNone(@Nullable UUID id) {
		return (id != null) ? id : NONE;
	}

	/** The sheet that stays. */
	public UUID kept() {
		return this.kept;
	}

	/** Gives all that points to the sheet that goes, in a table whose rows are edited. */
	public void move(String table, String column) {
		change("UPDATE " + table + " SET " + column + " = :kept, version = version + 1 WHERE " + column + " = :given");
	}

	/** The same in a table whose rows have no version. */
	public void relink(String table, String column) {
		change("UPDATE " + table + " SET " + column + " = :kept WHERE " + column + " = :given");
	}

	/**
	 * @return how many rows were changed
	 */
	public int change(String sql) {
		return this.jdbc.sql(sql).params(this.parameters).update();
	}

	/** What was changed, when the SQL returns it; or what stands there. */
	public <T> List<T> list(String sql, RowMapper<T> rows) {
		return this.jdbc.sql(sql).params(this.parameters).query(rows).list();
	}

	/** Two sheets of one person, and their accounts if they have some. */
	public record Two(UUID given, UUID kept, @Nullable UUID givenAccount, @Nullable UUID keptAccount) {
	}

}
