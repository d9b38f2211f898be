package fr.faireavec.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.EvidenceExpiry.Due;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence that is about to be forgotten, and what is kept longer. */
@Component
public class ErasureNotices {

	private static final String NOTICES = """
			SELECT n.id, n.kind, n.parcours_id, n.label, n.due_on, n.lines, n.announced_at, h.until
			FROM erasure_notice n LEFT JOIN evidence_hold h ON h.parcours_id = n.parcours_id""";

	private final JdbcClient jdbc;

	ErasureNotices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Everything announced, what goes first on top. */
	public List<Notice> all() {
		return this.jdbc.sql(NOTICES + " ORDER BY n.due_on, n.label, n.kind, n.id")
			.query((row, n) -> notice(row))
			.list();
	}

	public Optional<Notice> find(UUID id) {
		return this.jdbc.sql(NOTICES + " WHERE n.id = :id").param("id", id).query((row, n) -> notice(row)).optional();
	}

	/** What somebody decided to keep, the nearest end on top. */
	public List<Hold> holds() {
		return this.jdbc.sql("""
				SELECT h.id, h.parcours_id, h.label, h.until, p.given_name || ' ' || p.family_name AS who, h.held_at
				FROM evidence_hold h JOIN person p ON p.id = h.held_by ORDER BY h.until, h.label, h.id
				""")
			.query((row, n) -> new Hold(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
					row.getString("label"), row.getObject("until", LocalDate.class), row.getString("who"),
					row.getTimestamp("held_at").toInstant()))
			.list();
	}

	List<Notice> ofKind(String kind) {
		return all().stream().filter((notice) -> notice.kind().equals(kind)).toList();
	}

	void add(String kind, Due due, Instant at) {
		this.jdbc.sql("""
				INSERT INTO erasure_notice (id, kind, parcours_id, label, due_on, lines, announced_at)
				VALUES (:id, :kind, :parcours, :label, :due, :lines, :at)""")
			.param("id", Ids.next())
			.param("kind", kind)
			.param("parcours", due.parcoursId())
			.param("label", due.parcours())
			.param("due", due.on())
			.param("lines", due.lines())
			.param("at", Timestamp.from(at))
			.update();
	}

	void remove(UUID id) {
		this.jdbc.sql("DELETE FROM erasure_notice WHERE id = :id").param("id", id).update();
	}

	void hold(Notice notice, LocalDate until, UUID by, Instant at) {
		this.jdbc.sql("""
				INSERT INTO evidence_hold (id, parcours_id, label, until, held_by, held_at)
				VALUES (:id, :parcours, :label, :until, :by, :at)
				ON CONFLICT (parcours_id) DO UPDATE SET until = excluded.until, held_by = excluded.held_by,
				  held_at = excluded.held_at""")
			.param("id", Ids.next())
			.param("parcours", notice.parcoursId())
			.param("label", notice.parcours())
			.param("until", until)
			.param("by", by)
			.param("at", Timestamp.from(at))
			.update();
	}

	void release(UUID holdId) {
		this.jdbc.sql("DELETE FROM evidence_hold WHERE id = :id").param("id", holdId).update();
	}

	void releasePast(LocalDate today) {
		this.jdbc.sql("DELETE FROM evidence_hold WHERE until < :today").param("today", today).update();
	}

	private static Notice notice(ResultSet row) throws SQLException {
		return new Notice(row.getObject("id", UUID.class), row.getString("kind"),
				row.getObject("parcours_id", UUID.class), row.getString("label"),
				row.getObject("due_on", LocalDate.class), row.getInt("lines"),
				row.getTimestamp("announced_at").toInstant(),
				Optional.ofNullable(row.getObject("until", LocalDate.class)));
	}

	/**
	 * What goes together.
	 *
	 * @param kind the name of its expiry
	 * @param dueOn the first day its evidence is no longer asked for
	 * @param heldUntil the last day somebody keeps it, whatever else is said
	 */
	public record Notice(UUID id, String kind, UUID parcoursId, String parcours, LocalDate dueOn, int lines,
			Instant announcedAt, Optional<LocalDate> heldUntil) {

		/** The first night it may go: asked for no longer, told a month ago, not kept. */
		public LocalDate goesOn() {
			LocalDate told = LocalDate.ofInstant(this.announcedAt, Zones.PARIS).plus(Keeping.NOTICE);
			LocalDate day = this.dueOn.isAfter(told) ? this.dueOn : told;
			LocalDate free = this.heldUntil.map((until) -> until.plusDays(1)).orElse(day);
			return free.isAfter(day) ? free : day;
		}

		boolean isAbout(Due due) {
			return this.parcoursId.equals(due.parcoursId()) && this.dueOn.equals(due.on());
		}

	}

	/** The evidence of a parcours, kept until that day included. */
	public record Hold(UUID id, UUID parcoursId, String parcours, LocalDate until, String by, Instant at) {
	}

}
