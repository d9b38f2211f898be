package fr.faireavec.sheets;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.documents.IssuedDocuments;
import fr.faireavec.kernel.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that were issued: what they were, as long as evidence is kept, and when. */
@Component
class IssuedFiles implements IssuedDocuments {

	private final JdbcClient jdbc;

	IssuedFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last one issued of a register that said this, byte for byte. */
	Optional<byte[]> of(UUID parcoursId, int rank, String digest) {
		return this.jdbc.sql("""
				SELECT i.content FROM issued_file i JOIN collective_session s ON s.id = i.session_id
				WHERE s.parcours_id = :parcours AND s.rank = :rank AND i.register_digest = :digest
				  AND i.content IS NOT NULL
				ORDER BY i.issued_at DESC LIMIT 1""")
			.param("parcours", parcoursId)
			.param("rank", rank)
			.param("digest", digest)
			.query((row, n) -> row.getBytes("content"))
			.optional();
	}

	/**
	 * Keeps it.
	 * @return the one that stands: that of whoever asked at the same moment, if they were
	 * faster
	 */
	byte[] keep(UUID parcoursId, int rank, String digest, byte[] file, Instant at) {
		int kept = this.jdbc.sql("""
				INSERT INTO issued_file (id, session_id, register_digest, sha256, issued_at, content)
				SELECT :id, s.id, :digest, :sha256, :at, :content FROM collective_session s
				WHERE s.parcours_id = :parcours AND s.rank = :rank
				ON CONFLICT DO NOTHING""")
			.param("id", Ids.next())
			.param("parcours", parcoursId)
			.param("rank", rank)
			.param("digest", digest)
			.param("sha256", RegisterContent.sha256(file))
			.param("at", Timestamp.from(at))
			.param("content", file)
			.update();
		return (kept == 1) ? file : of(parcoursId, rank, digest).orElse(file);
	}

	@Override
	public Optional<Instant> issuedAt(String sha256) {
		return this.jdbc.sql("SELECT issued_at FROM issued_file WHERE sha256 = :sha256")
			.param("sha256", sha256)
			.query((row, n) -> row.getTimestamp("issued_at").toInstant())
			.optional();
	}

}
