package fr.faireavec.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Zones;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dates somebody is asked to keep free until a poll is decided: those they did not
 * refuse. Read in one statement.
 */
@Component
@Transactional(readOnly = true)
public class OpenOptions {

	private static final String SQL = """
			SELECT o.id, d.rank, s.title, p.name AS parcours, p.slug, o.held_on + d.first_start AS starts_at,
			       o.held_on + coalesce(d.second_end, d.first_end) AS ends_at,
			       concat_ws(', ', nullif(d.venue, ''), nullif(d.address, '')) AS place, q.opened_at
			FROM date_poll q JOIN parcours p ON p.id = q.parcours_id JOIN poll_day d ON d.poll_id = q.id
			  JOIN poll_option o ON o.day_id = d.id JOIN collective_session s ON s.id = d.session_id
			WHERE q.decided_at IS NULL AND q.abandoned_at IS NULL AND o.withdrawn_at IS NULL AND o.held_on > :today
			  AND s.state IN ('TO_PLAN', 'POLLING', 'RESERVED')
			  AND NOT (s.state = 'RESERVED' AND s.starts_at::date = o.held_on)
			  AND (EXISTS (SELECT 1 FROM parcours_facilitator f WHERE f.parcours_id = p.id AND f.person_id = :person)
			    OR EXISTS (SELECT 1 FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			               WHERE m.person_id = :person AND e.parcours_id = p.id AND m.starts_on <= o.held_on
			                 AND (m.ends_on IS NULL OR m.ends_on > o.held_on) AND e.takes_part @> o.held_on))
			  AND NOT EXISTS (SELECT 1 FROM poll_answer a JOIN poll_reply r ON r.id = a.reply_id
			                  WHERE a.option_id = o.id AND r.person_id = :person AND r.said_at IS NOT NULL AND a.said = 'NO')
			ORDER BY starts_at, o.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenOptions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The earliest first. */
	public List<OpenOption> of(UUID personId) {
		return this.jdbc.sql(SQL)
			.param("person", personId)
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.query((row, n) -> option(row))
			.list();
	}

	private static OpenOption option(ResultSet row) throws SQLException {
		return new OpenOption(row.getObject("id", UUID.class), row.getInt("rank"), row.getString("title"),
				row.getString("parcours"), row.getString("slug"),
				new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
						row.getObject("ends_at", LocalDateTime.class)),
				row.getString("place"), row.getTimestamp("opened_at").toInstant());
	}

	/** One date that is asked about. */
	public record OpenOption(UUID id, int rank, String title, String parcours, String slug, TimeSlot slot, String place,
			Instant askedAt) {

		/** Where one answers, signed in. */
		public String href() {
			return "/parcours/" + this.slug + "/seances/" + this.rank;
		}

	}

}
