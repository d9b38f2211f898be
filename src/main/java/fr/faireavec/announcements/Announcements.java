package fr.faireavec.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bilans that were announced, and what was taken back from them. */
@Component
public class Announcements {

	private final JdbcClient jdbc;

	Announcements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The one under way: announced, not published yet. */
	public Optional<Announcement> underWay(UUID parcoursId) {
		return this.jdbc.sql("SELECT * FROM bilan_announcement WHERE parcours_id = :parcours AND ended_at IS NULL")
			.param("parcours", parcoursId)
			.query(Announcements::announcement)
			.optional();
	}

	Optional<Announcement> underWayOf(UUID id) {
		return this.jdbc.sql("SELECT * FROM bilan_announcement WHERE id = :id AND ended_at IS NULL")
			.param("id", id)
			.query(Announcements::announcement)
			.optional();
	}

	/** What the structures of a parcours took back, the first first. */
	public List<Withheld> withheld(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT w.enrolment_id, w.action_id, w.withheld_at FROM bilan_withholding w
				WHERE w.parcours_id = :parcours AND w.given_back_at IS NULL ORDER BY w.withheld_at, w.id""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Withheld(row.getObject("enrolment_id", UUID.class),
					row.getObject("action_id", UUID.class), row.getTimestamp("withheld_at").toInstant()))
			.list();
	}

	/**
	 * Whoever publishes waits for those who take something back at this moment, and they
	 * for it; before anything is read.
	 */
	public void waitForTurn() {
		this.jdbc.sql("LOCK TABLE bilan_withholding IN SHARE ROW EXCLUSIVE MODE").update();
	}

	void add(Announcement announcement) {
		this.jdbc.sql("""
				INSERT INTO bilan_announcement (id, parcours_id, period_from, period_to, announced_at)
				VALUES (:id, :parcours, :from, :to, :at)""")
			.param("id", announcement.id())
			.param("parcours", announcement.parcoursId())
			.param("from", announcement.from())
			.param("to", announcement.to())
			.param("at", Timestamp.from(announcement.announcedAt()))
			.update();
	}

	void end(UUID id, Instant at) {
		this.jdbc.sql("UPDATE bilan_announcement SET ended_at = :at WHERE id = :id")
			.param("id", id)
			.param("at", Timestamp.from(at))
			.update();
	}

	/** Whether it was not yet. */
	boolean withhold(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId, Instant at) {
		return this.jdbc.sql("""
				INSERT INTO bilan_withholding (id, parcours_id, enrolment_id, action_id, withheld_at)
				VALUES (:id, :parcours, :enrolment, CAST(:action AS uuid), :at) ON CONFLICT DO NOTHING""")
			.param("id", Ids.next())
			.param("parcours", parcoursId)
			.param("enrolment", enrolmentId)
			.param("action", text(actionId))
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	/** Whether it was withheld. */
	boolean giveBack(UUID enrolmentId, @Nullable UUID actionId, Instant at) {
		return this.jdbc.sql("""
				UPDATE bilan_withholding SET given_back_at = :at WHERE enrolment_id = :enrolment
				  AND action_id IS NOT DISTINCT FROM CAST(:action AS uuid) AND given_back_at IS NULL""")
			.param("enrolment", enrolmentId)
			.param("action", text(actionId))
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	private static Announcement announcement(ResultSet row, int n) throws SQLException {
		return new Announcement(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class),
				row.getTimestamp("announced_at").toInstant());
	}

}
