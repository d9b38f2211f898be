package fr.faireavec.dossiers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where dossiers are kept, one a convention, each in parts. */
@Component
class DossierRows {

	private static final String DOSSIER = """
			SELECT c.id AS convention_id, f.name AS funder, c.number AS convention, d.id, d.asked_at, d.steps, d.steps_done,
			  d.made_at, d.bytes, d.sha256, d.failed_at, d.failed_why, d.opened_at,
			  EXISTS (SELECT FROM bilan b JOIN bilan_redaction r ON r.bilan_id = b.id
			          WHERE b.parcours_id = c.parcours_id AND b.number = d.bilan_number AND r.redacted_at > d.made_at) AS stale
			FROM convention c JOIN funder f ON f.id = c.funder_id LEFT JOIN dossier d ON d.convention_id = c.id
			""";

	/** Read one after the other, never all at once. */
	private static final int PARTS_AT_ONCE = 4;

	private final JdbcClient jdbc;

	DossierRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One a convention of the parcours, made or not, by funder. */
	List<Dossier> of(UUID parcoursId) {
		return this.jdbc.sql(DOSSIER + "WHERE c.parcours_id = :parcours ORDER BY f.name, c.number")
			.param("parcours", parcoursId)
			.query((row, n) -> dossier(row))
			.list();
	}

	/** The one waiting longest, and what it is about. */
	Optional<Asked> next() {
		return this.jdbc
			.sql("""
					SELECT d.id, d.convention_id, f.name || ', ' || c.number AS convention, p.slug, c.starts_on, c.ends_on FROM dossier d
					  JOIN convention c ON c.id = d.convention_id JOIN parcours p ON p.id = c.parcours_id
					  JOIN funder f ON f.id = c.funder_id
					WHERE d.made_at IS NULL AND d.failed_at IS NULL ORDER BY d.asked_at, d.id LIMIT 1""")
			.query((row, n) -> new Asked(row.getObject("id", UUID.class), row.getObject("convention_id", UUID.class),
					row.getString("convention"), row.getString("slug"), row.getObject("starts_on", LocalDate.class),
					row.getObject("ends_on", LocalDate.class)))
			.optional();
	}

	/**
	 * @return whether none was being made
	 */
	boolean ask(UUID id, UUID conventionId, Instant at) {
		this.jdbc.sql(
				"DELETE FROM dossier WHERE convention_id = :convention AND (made_at IS NOT NULL OR failed_at IS NOT NULL)")
			.param("convention", conventionId)
			.update();
		return this.jdbc.sql("""
				INSERT INTO dossier (id, convention_id, asked_at) VALUES (:id, :convention, :at)
				ON CONFLICT (convention_id) DO NOTHING""")
			.param("id", id)
			.param("convention", conventionId)
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	boolean open(UUID id, @Nullable Instant at) {
		return this.jdbc.sql("""
				UPDATE dossier SET opened_at = :at WHERE id = :id AND made_at IS NOT NULL
				  AND (opened_at IS NULL) <> (CAST(:at AS timestamptz) IS NULL)""")
			.param("id", id)
			.param("at", (at != null) ? Timestamp.from(at) : null, java.sql.Types.TIMESTAMP)
			.update() == 1;
	}

	boolean remove(UUID id) {
		return this.jdbc.sql("DELETE FROM dossier WHERE id = :id").param("id", id).update() == 1;
	}

	/** Nothing of a former try is left. */
	void begin(UUID id, int steps) {
		this.jdbc.sql("DELETE FROM dossier_part WHERE dossier_id = :id").param("id", id).update();
		this.jdbc.sql("UPDATE dossier SET steps = :steps, steps_done = 0 WHERE id = :id")
			.param("steps", steps)
			.param("id", id)
			.update();
	}

	/** Fails when it was taken away in the meantime. */
	void add(UUID id, int ordinal, byte[] content) {
		this.jdbc.sql("INSERT INTO dossier_part (dossier_id, ordinal, content) VALUES (:id, :ordinal, :content)")
			.param("id", id)
			.param("ordinal", ordinal)
			.param("content", content)
			.update();
	}

	void step(UUID id, int done) {
		this.jdbc.sql("UPDATE dossier SET steps_done = :done WHERE id = :id")
			.param("done", done)
			.param("id", id)
			.update();
	}

	void made(UUID id, long bytes, String sha256, @Nullable Integer bilan, Instant at) {
		this.jdbc.sql("""
				UPDATE dossier SET made_at = :at, bytes = :bytes, sha256 = :sha256, bilan_number = :bilan
				WHERE id = :id""")
			.param("at", Timestamp.from(at))
			.param("bytes", bytes)
			.param("sha256", sha256)
			.param("bilan", bilan, java.sql.Types.INTEGER)
			.param("id", id)
			.update();
	}

	void failed(UUID id, String why, Instant at) {
		this.jdbc.sql("DELETE FROM dossier_part WHERE dossier_id = :id").param("id", id).update();
		this.jdbc.sql("UPDATE dossier SET failed_at = :at, failed_why = :why WHERE id = :id AND made_at IS NULL")
			.param("at", Timestamp.from(at))
			.param("why", why)
			.param("id", id)
			.update();
	}

	/** Writes it out, part by part; within a transaction. */
	void write(UUID id, OutputStream to) {
		this.jdbc.sql("SELECT content FROM dossier_part WHERE dossier_id = :id ORDER BY ordinal")
			.param("id", id)
			.withFetchSize(PARTS_AT_ONCE)
			.query((RowCallbackHandler) (row) -> {
				try {
					to.write(row.getBytes("content"));
				}
				catch (IOException gone) {
					throw new UncheckedIOException(gone);
				}
			});
	}

	private static Dossier dossier(ResultSet row) throws SQLException {
		String sha256 = row.getString("sha256");
		String why = row.getString("failed_why");
		return new Dossier(row.getObject("convention_id", UUID.class), row.getString("funder"),
				row.getString("convention"), row.getObject("id", UUID.class), instant(row, "asked_at"),
				row.getInt("steps"), row.getInt("steps_done"), instant(row, "made_at"), row.getLong("bytes"),
				(sha256 != null) ? sha256 : "", instant(row, "failed_at"), (why != null) ? why : "",
				instant(row, "opened_at"), row.getBoolean("stale"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

	/** One to make, and the days its convention covers. */
	record Asked(UUID id, UUID conventionId, String convention, String slug, LocalDate from, LocalDate to) {

		boolean covers(@Nullable LocalDate day) {
			return day != null && !day.isBefore(this.from) && !day.isAfter(this.to);
		}

	}

}
