package fr.faireavec.bilans;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links by which bilans are shared, and the days they were opened. */
@Component
class ShareRows {

	private static final String SHARE = """
			SELECT s.*, b.parcours_id, b.number, p.slug, f.name AS funder,
			  ARRAY(SELECT o.opened_on FROM bilan_share_opening o WHERE o.share_id = s.id ORDER BY o.opened_on) AS opened
			FROM bilan_share s JOIN bilan b ON b.id = s.bilan_id JOIN parcours p ON p.id = b.parcours_id
			  JOIN funder f ON f.id = s.funder_id
			""";

	private final JdbcClient jdbc;

	ShareRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether it was not there yet. */
	boolean add(UUID id, UUID bilanId, UUID funderId, Instant at, Instant until) {
		return this.jdbc.sql("""
				INSERT INTO bilan_share (id, bilan_id, funder_id, shared_at, expires_at)
				VALUES (:id, :bilan, :funder, :at, :until) ON CONFLICT DO NOTHING
				""")
			.param("id", id)
			.param("bilan", bilanId)
			.param("funder", funderId)
			.param("at", Timestamp.from(at))
			.param("until", Timestamp.from(until))
			.update() == 1;
	}

	/** Whether it was still open. */
	boolean end(UUID id, Instant at) {
		return this.jdbc.sql("UPDATE bilan_share SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
			.param("id", id)
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	/** Once a day. */
	void opened(UUID id, LocalDate day) {
		this.jdbc.sql("INSERT INTO bilan_share_opening (share_id, opened_on) VALUES (:id, :day) ON CONFLICT DO NOTHING")
			.param("id", id)
			.param("day", day)
			.update();
	}

	Optional<SharedLinks.Share> find(UUID id) {
		return this.jdbc.sql(SHARE + "WHERE s.id = :id").param("id", id).query(ShareRows::share).optional();
	}

	List<SharedLinks.Share> list(UUID bilanId) {
		return this.jdbc.sql(SHARE + "WHERE s.bilan_id = :bilan ORDER BY s.shared_at DESC, s.id")
			.param("bilan", bilanId)
			.query(ShareRows::share)
			.list();
	}

	List<Audience.Choice> funders(Collection<UUID> conventionIds) {
		return this.jdbc.sql("""
				SELECT DISTINCT f.id, f.name FROM funder f JOIN convention c ON c.funder_id = f.id
				WHERE c.id = ANY (:conventions) ORDER BY f.name, f.id
				""")
			.param("conventions", conventionIds.toArray(UUID[]::new))
			.query((row, n) -> new Audience.Choice(row.getObject("id", UUID.class), row.getString("name")))
			.list();
	}

	List<UUID> conventions(UUID parcoursId, UUID funderId) {
		return this.jdbc.sql("SELECT id FROM convention WHERE parcours_id = :parcours AND funder_id = :funder")
			.param("parcours", parcoursId)
			.param("funder", funderId)
			.query((row, n) -> row.getObject("id", UUID.class))
			.list();
	}

	private static SharedLinks.Share share(ResultSet row, int n) throws SQLException {
		return new SharedLinks.Share(row.getObject("id", UUID.class), row.getObject("bilan_id", UUID.class),
				row.getObject("parcours_id", UUID.class), row.getString("slug"), row.getInt("number"),
				row.getObject("funder_id", UUID.class), row.getString("funder"),
				row.getTimestamp("shared_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
				Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
				Arrays.stream((Date[]) row.getArray("opened").getArray()).map(Date::toLocalDate).toList());
	}

}
