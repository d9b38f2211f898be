package fr.faireavec.convening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads days and meetings for agendas and calendars, in one statement. */
@Component
public class CalendarRows {

	/**
	 * The days of the parcours they run, the meetings they hold, and where they are
	 * mandated that day.
	 */
	private static final String MINE = """
			(d.runs OR EXISTS (
			  SELECT 1 FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			  WHERE m.person_id = :person AND e.parcours_id = d.parcours_id
			    AND (d.enrolment_id IS NULL OR d.enrolment_id = e.id)
			    AND m.starts_on <= d.starts_at::date AND (m.ends_on IS NULL OR m.ends_on > d.starts_at::date)
			    AND e.takes_part @> d.starts_at::date))""";

	private static final UUID NOBODY = new UUID(0, 0);

	private static final String ALL = "NOT d.cancelled";

	private static final String OF_MY_PARCOURS = """
			NOT d.cancelled AND EXISTS (
			  SELECT 1 FROM parcours_facilitator f WHERE f.parcours_id = d.parcours_id AND f.person_id = :person)""";

	private static final String SQL = """
			SELECT d.*, p.name AS parcours, p.slug FROM (
			  SELECT c.id, c.sequence, c.cancelled, c.tentative, c.starts_at, c.ends_at, c.changed_at, s.parcours_id,
			         NULL::uuid AS enrolment_id, s.rank, s.title, NULL AS structure, s.mode,
			         concat_ws(', ', nullif(s.venue, ''), nullif(s.address, '')) AS place, s.video_link, s.to_bring,
			         coalesce((SELECT string_agg(to_char(h.starts_at, 'FMHH24:MI') || '–' || to_char(h.ends_at, 'FMHH24:MI'),
			                                     ', ' ORDER BY h.ordinal)
			                   FROM half_day h WHERE h.session_id = s.id), '') AS half_days,
			         EXISTS (SELECT 1 FROM parcours_facilitator f
			                 WHERE f.parcours_id = s.parcours_id AND f.person_id = :person) AS runs
			  FROM calendar_entry c JOIN collective_session s ON s.id = c.session_id
			  UNION ALL
			  SELECT c.id, c.sequence, c.cancelled, c.tentative, c.starts_at, c.ends_at, c.changed_at, e.parcours_id,
			         e.id, NULL, m.purpose, t.name, m.mode, m.place, '', '', '', m.facilitator_id IS NOT DISTINCT FROM :person
			  FROM calendar_entry c JOIN individual_meeting m ON m.id = c.meeting_id
			    JOIN enrolment e ON e.id = m.enrolment_id JOIN structure t ON t.id = e.structure_id
			) d JOIN parcours p ON p.id = d.parcours_id
			WHERE d.starts_at < :until AND d.ends_at > :since AND
			""";

	private static final String IN_ORDER = " ORDER BY d.starts_at, d.id";

	private final JdbcClient jdbc;

	CalendarRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What concerns somebody, in that time, cancelled or not. */
	public List<CalendarRow> of(UUID personId, LocalDate from, LocalDate until) {
		return read(personId, from, until, MINE);
	}

	/**
	 * All that takes place in the parcours somebody runs, or everywhere for the
	 * administration, in that time.
	 */
	public List<CalendarRow> seenBy(Viewer viewer, LocalDate from, LocalDate until) {
		return read(viewer.personId(), from, until, viewer.isAdministrator() ? ALL : OF_MY_PARCOURS);
	}

	/** These, cancelled or not, in the order of time. */
	List<CalendarRow> these(Collection<UUID> entryIds) {
		return this.jdbc.sql(SQL + "d.id IN (:ids)" + IN_ORDER)
			.param("person", NOBODY)
			.param("since", LocalDateTime.of(1, 1, 1, 0, 0))
			.param("until", LocalDateTime.of(9999, 1, 1, 0, 0))
			.param("ids", entryIds)
			.query((row, n) -> row(row))
			.list();
	}

	private List<CalendarRow> read(UUID personId, LocalDate from, LocalDate until, String which) {
		return this.jdbc.sql(SQL + which + IN_ORDER)
			.param("person", personId)
			.param("since", from.atStartOfDay())
			.param("until", until.atStartOfDay())
			.query((row, n) -> row(row))
			.list();
	}

	private static CalendarRow row(ResultSet row) throws SQLException {
		return new CalendarRow(row.getObject("id", UUID.class), row.getInt("sequence"), row.getBoolean("cancelled"),
				row.getBoolean("tentative"),
				new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
						row.getObject("ends_at", LocalDateTime.class)),
				row.getTimestamp("changed_at").toInstant(), row.getString("parcours"), row.getString("slug"),
				row.getObject("rank", Integer.class), row.getString("title"), row.getString("structure"),
				row.getString("half_days"), mode(row.getString("mode")), row.getString("place"),
				row.getString("video_link"), row.getString("to_bring"), row.getBoolean("runs"));
	}

	private static @Nullable Mode mode(@Nullable String mode) {
		return (mode != null) ? Mode.valueOf(mode) : null;
	}

}
