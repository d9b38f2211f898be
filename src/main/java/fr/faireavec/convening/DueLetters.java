package fr.faireavec.convening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.faireavec.correspondence.LetterPlan;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Zones;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The letters about dates that wait, for each person: what differs from what they were
 * told, and the reminders. The same statement says what leaves now and what will leave.
 */
@Component
class DueLetters {

	/** So long nothing has changed before anybody is told. */
	static final Duration SETTLED = Duration.ofMinutes(10);

	/** Reminders leave in the morning. */
	private static final String MORNING = "time '08:00'";

	/**
	 * A firm date concerns those mandated that day, those who run it, and those who speak
	 * that day: these have no sheet, and are known by the address they gave.
	 */
	private static final String WAITING = """
			WITH people AS (
			  SELECT c.id AS entry_id, m.person_id
			  FROM calendar_entry c LEFT JOIN collective_session s ON s.id = c.session_id
			    LEFT JOIN individual_meeting i ON i.id = c.meeting_id
			    JOIN enrolment e ON e.id = i.enrolment_id OR e.parcours_id = s.parcours_id
			    JOIN mandate m ON m.enrolment_id = e.id
			  WHERE NOT c.cancelled AND NOT c.tentative AND c.starts_at > :now
			    AND m.starts_on <= c.starts_at::date AND (m.ends_on IS NULL OR m.ends_on > c.starts_at::date)
			    AND e.takes_part @> c.starts_at::date
			  UNION
			  SELECT c.id, f.person_id FROM calendar_entry c JOIN collective_session s ON s.id = c.session_id
			    JOIN parcours_facilitator f ON f.parcours_id = s.parcours_id
			  WHERE NOT c.cancelled AND NOT c.tentative AND c.starts_at > :now
			  UNION
			  SELECT c.id, i.facilitator_id FROM calendar_entry c JOIN individual_meeting i ON i.id = c.meeting_id
			  WHERE NOT c.cancelled AND c.starts_at > :now AND i.facilitator_id IS NOT NULL
			), concerned AS (
			  SELECT entry_id, person_id AS reader_id, person_id, NULL AS address, NULL AS name FROM people
			  UNION ALL
			  SELECT c.id, md5(g.email)::uuid, NULL, g.email, min(g.name)
			  FROM calendar_entry c JOIN guest_speaker g ON g.session_id = c.session_id
			  WHERE NOT c.cancelled AND NOT c.tentative AND c.starts_at > :now AND g.email IS NOT NULL
			    AND NOT EXISTS (SELECT FROM people x JOIN person p ON p.id = x.person_id
			      WHERE x.entry_id = c.id AND lower(p.email) = g.email)
			  GROUP BY c.id, g.email
			), dated AS (
			  SELECT c.id, c.cancelled OR c.tentative AS cancelled, c.starts_at, c.ends_at, c.place_mark,
			         c.changed_at AT TIME ZONE 'Europe/Paris' + make_interval(secs => CAST(:settled AS double precision)) AS settled_at,
			         coalesce(s.parcours_id, e.parcours_id) AS parcours_id, coalesce(x.reader_id, t.person_id, t.guest_id) AS reader_id,
			         coalesce(x.address, t.address) AS address,
			         coalesce(p.given_name || ' ' || p.family_name, x.name, t.address) AS person, x.reader_id IS NOT NULL AS theirs,
			         coalesce(t.gone, true) AS untold, t.starts_at AS told_starts_at, t.ends_at AS told_ends_at,
			         t.read_starts_at, t.read_ends_at, coalesce(t.with_file, false) AS with_file, t.letter_id,
			         t.told_at AT TIME ZONE 'Europe/Paris' AS told_at, t.reminded,
			         (t.starts_at, t.ends_at, t.place_mark) IS NOT DISTINCT FROM (c.starts_at, c.ends_at, c.place_mark) AS same
			  FROM concerned x FULL JOIN calendar_told t
			      ON t.entry_id = x.entry_id AND coalesce(t.person_id, t.guest_id) = x.reader_id
			    JOIN calendar_entry c ON c.id = coalesce(x.entry_id, t.entry_id)
			    LEFT JOIN person p ON p.id = coalesce(x.person_id, t.person_id)
			    LEFT JOIN collective_session s ON s.id = c.session_id
			    LEFT JOIN individual_meeting i ON i.id = c.meeting_id LEFT JOIN enrolment e ON e.id = i.enrolment_id
			  WHERE (coalesce(x.address, t.address) IS NOT NULL
			      OR (p.email IS NOT NULL AND p.erased_at IS NULL AND p.reunited_with IS NULL))
			    AND (x.reader_id IS NOT NULL OR (NOT t.gone AND t.starts_at > :now AND (c.cancelled OR c.starts_at > :now)))
			), planned AS (
			  SELECT d.*, r.status = 'RUNNING' AS running, l.paused_at IS NOT NULL AS paused,
			         greatest(d.starts_at - make_interval(days => coalesce(l.convened_days, CAST(:convened AS integer))), d.settled_at) AS convened_at,
			         d.starts_at::date - CASE WHEN l.id IS NULL THEN CAST(:first AS integer) ELSE l.first_reminder_days END + %1$s AS first_at,
			         d.starts_at::date - CASE WHEN l.id IS NULL THEN CAST(:last AS integer) ELSE l.last_reminder_days END + %1$s AS last_at
			  FROM dated d JOIN parcours r ON r.id = d.parcours_id LEFT JOIN letter_plan l ON l.id = d.parcours_id
			), letters AS (
			  SELECT p.*, 'CONVENED' AS occurrence, convened_at AS due_at FROM planned p WHERE theirs AND untold AND running
			  UNION ALL
			  SELECT p.*, CASE WHEN theirs THEN 'MOVED' WHEN cancelled THEN 'CANCELLED' ELSE 'NOT_THEIRS' END, settled_at
			  FROM planned p WHERE NOT untold AND NOT (theirs AND same)
			  UNION ALL
			  SELECT p.*, 'FIRST_REMINDER', first_at FROM planned p
			  WHERE theirs AND running AND reminded IS NULL AND :now < coalesce(last_at, starts_at)
			    AND first_at > CASE WHEN untold THEN convened_at ELSE told_at END
			  UNION ALL
			  SELECT p.*, 'LAST_REMINDER', last_at FROM planned p
			  WHERE theirs AND running AND reminded IS DISTINCT FROM 'LAST_REMINDER'
			    AND last_at > CASE WHEN untold THEN convened_at ELSE told_at END
			)
			SELECT l.id, l.parcours_id, l.occurrence, CASE WHEN h.hastened_at IS NULL THEN l.due_at ELSE :now END AS due_at,
			       l.paused OR h.paused_at IS NOT NULL AS paused, l.reader_id, l.address, l.person, l.untold, l.told_starts_at,
			       l.told_ends_at, l.read_starts_at, l.read_ends_at, l.with_file, l.letter_id
			FROM letters l
			  LEFT JOIN letter_choice h ON h.subject_id = l.id AND h.occurrence = l.occurrence AND h.used_at IS NULL
			"""
		.formatted(MORNING);

	/** Nobody is reminded of what they were not told yet. */
	private static final String NOW = """
			WHERE NOT (l.paused OR h.paused_at IS NOT NULL) AND (h.hastened_at IS NOT NULL OR l.due_at <= :now)
			  AND (l.occurrence NOT IN ('FIRST_REMINDER', 'LAST_REMINDER') OR (NOT l.untold AND l.same))
			ORDER BY l.starts_at, l.id, l.reader_id LIMIT :most
			""";

	private static final String OF_PARCOURS = """
			WHERE l.parcours_id IN (:parcours) ORDER BY l.starts_at, l.id, l.occurrence, l.person
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	DueLetters(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those to post now, so many at the most. */
	List<DueLetter> now(int most) {
		return waiting(NOW).param("most", most).query((row, n) -> letter(row)).list();
	}

	/** Those of these parcours, due or not, held back or not. */
	List<DueLetter> of(Collection<UUID> parcoursIds) {
		return waiting(OF_PARCOURS).param("parcours", parcoursIds).query((row, n) -> letter(row)).list();
	}

	private StatementSpec waiting(String which) {
		LetterPlan.Terms proposed = LetterPlan.Terms.PROPOSED;
		return this.jdbc.sql(WAITING + which)
			.param("now", LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS))
			.param("settled", SETTLED.toSeconds())
			.param("convened", proposed.convenedDays())
			.param("first", proposed.firstReminderDays())
			.param("last", proposed.lastReminderDays());
	}

	private static DueLetter letter(ResultSet row) throws SQLException {
		return new DueLetter(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				Occurrence.valueOf(row.getString("occurrence")), row.getObject("due_at", LocalDateTime.class),
				row.getBoolean("paused"), row.getObject("reader_id", UUID.class), row.getString("address"),
				row.getString("person"), row.getBoolean("untold"),
				ToldDates.slot(row, "told_starts_at", "told_ends_at"),
				ToldDates.slot(row, "read_starts_at", "read_ends_at"), row.getBoolean("with_file"),
				row.getObject("letter_id", UUID.class));
	}

	/**
	 * A letter that waits for one person.
	 *
	 * @param address of a guest; null for a person, who is written to where they are
	 * @param untold whether they know nothing of that date, or were told it is not theirs
	 * @param told the hours of the last letter; null when there was none
	 * @param read the hours they knew before it; null for none
	 * @param withFile whether an earlier letter brought their calendar a file
	 * @param letterId the last letter; null when there was none
	 */
	record DueLetter(UUID entryId, UUID parcoursId, Occurrence occurrence, LocalDateTime dueAt, boolean paused,
			UUID readerId, @Nullable String address, String person, boolean untold, @Nullable TimeSlot told,
			@Nullable TimeSlot read, boolean withFile, @Nullable UUID letterId) {

		boolean isReminder() {
			return this.occurrence == Occurrence.FIRST_REMINDER || this.occurrence == Occurrence.LAST_REMINDER;
		}

		/** Whether the letter takes the date away. */
		boolean isGone() {
			return this.occurrence == Occurrence.CANCELLED || this.occurrence == Occurrence.NOT_THEIRS;
		}

	}

}
