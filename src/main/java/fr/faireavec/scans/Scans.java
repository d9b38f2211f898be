package fr.faireavec.scans;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the paper of a parcours. */
@Component
@Transactional(readOnly = true)
public class Scans {

	private final JdbcClient jdbc;

	Scans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of a day: first those nobody knows the page of, then page by page. */
	public List<Scan> ofDay(UUID parcoursId, int rank) {
		return this.jdbc.sql("""
				SELECT p.id, s.rank, p.half, p.page, p.page_count, p.added_at, p.version FROM scanned_page p
				  JOIN collective_session s ON s.id = p.session_id
				WHERE s.parcours_id = :parcours AND s.rank = :rank
				ORDER BY p.page NULLS FIRST, p.half NULLS FIRST, p.added_at, p.id""")
			.param("parcours", parcoursId)
			.param("rank", rank)
			.query((row, n) -> new Scan(row.getObject("id", UUID.class), row.getInt("rank"),
					row.getObject("half", Integer.class), row.getObject("page", Integer.class),
					row.getObject("page_count", Integer.class), row.getTimestamp("added_at").toInstant(),
					row.getInt("version")))
			.list();
	}

	/** What there is of all its days, and what is left. */
	public Room room(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT count(*) AS pieces, coalesce(sum(p.bytes), 0) AS bytes FROM scanned_page p
				  JOIN collective_session s ON s.id = p.session_id WHERE s.parcours_id = :parcours""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Room(row.getInt("pieces"), row.getLong("bytes")))
			.single();
	}

	/** The picture of one, a JPEG. */
	public Optional<byte[]> picture(UUID parcoursId, int rank, UUID id) {
		return this.jdbc.sql("""
				SELECT f.content FROM scanned_page p JOIN collective_session s ON s.id = p.session_id
				  JOIN stored_file f ON f.sha256 = p.file
				WHERE s.parcours_id = :parcours AND s.rank = :rank AND p.id = :id""")
			.param("parcours", parcoursId)
			.param("rank", rank)
			.param("id", id)
			.query((row, n) -> row.getBytes("content"))
			.optional();
	}

}
