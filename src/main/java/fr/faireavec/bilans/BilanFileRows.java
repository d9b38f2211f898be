package fr.faireavec.bilans;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the files of published bilans are kept: added to, never changed. */
@Component
class BilanFileRows {

	private static final String SAME = """
			FROM bilan_file WHERE bilan_id = :bilan AND told = :told AND conventions = :conventions AND content IS NOT NULL
			""";

	private final JdbcClient jdbc;

	BilanFileRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Kept> find(UUID bilanId, Extent extent, BilanFileKind kind) {
		return about("SELECT content, sha256 " + SAME + "AND kind = :kind", bilanId, extent).param("kind", kind.name())
			.query((row, n) -> new Kept(row.getBytes("content"), row.getString("sha256")))
			.optional();
	}

	List<BilanFile> list(UUID bilanId, Extent extent) {
		return about("SELECT kind, sha256, made_at, octet_length(content) AS size " + SAME, bilanId, extent)
			.query((row, n) -> new BilanFile(BilanFileKind.valueOf(row.getString("kind")), row.getString("sha256"),
					row.getTimestamp("made_at").toInstant(), row.getLong("size")))
			.list()
			.stream()
			.sorted((one, other) -> one.kind().compareTo(other.kind()))
			.toList();
	}

	/**
	 * Keeps it.
	 * @return the one that stands: that of whoever asked at the same moment, if they were
	 * faster
	 */
	Kept add(UUID bilanId, Extent extent, BilanFileKind kind, byte[] content, String sha256, Instant at) {
		int added = about("""
				INSERT INTO bilan_file (id, bilan_id, told, conventions, kind, sha256, made_at, content)
				VALUES (:id, :bilan, :told, :conventions, :kind, :sha256, :at, :content) ON CONFLICT DO NOTHING
				""", bilanId, extent).param("id", Ids.next())
			.param("kind", kind.name())
			.param("sha256", sha256)
			.param("at", Timestamp.from(at))
			.param("content", content)
			.update();
		Kept made = new Kept(content, sha256);
		return (added == 1) ? made : find(bilanId, extent, kind).orElse(made);
	}

	/** The first time a file of that digest was made. */
	Optional<Instant> madeAt(String sha256) {
		return this.jdbc.sql("SELECT made_at FROM bilan_file WHERE sha256 = :sha256 ORDER BY made_at LIMIT 1")
			.param("sha256", sha256)
			.query((row, n) -> row.getTimestamp("made_at").toInstant())
			.optional();
	}

	private JdbcClient.StatementSpec about(String sql, UUID bilanId, Extent extent) {
		return this.jdbc.sql(sql)
			.param("bilan", bilanId)
			.param("told", extent.told())
			.param("conventions", extent.conventions().toArray(UUID[]::new));
	}

	@SuppressWarnings("ArrayRecordComponent")
	record Kept(byte[] content, String sha256) {
	}

}
