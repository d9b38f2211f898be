package fr.faireavec.following;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.following.ActionToComplete.Occasion;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * « À compléter »: what a structure meant to try before a day that has passed, decided in
 * a meeting, or began and whose end is over, as long as it is not told how it went. One
 * may wait, or say that it is of no use; a later occasion asks again.
 */
@Component
@Transactional(readOnly = true)
public class Completions {

	private static final String ASKED = """
			SELECT a.id, a.title, o.occasion, o.day, o.rank
			FROM logged_action a CROSS JOIN LATERAL (
			    SELECT 'SESSION' AS occasion, CAST(c.ends_at AS date) AS day, c.rank FROM collective_session c
			    WHERE c.id = a.tied_session_id AND c.state <> 'CANCELLED' AND c.ends_at < :now
			    UNION ALL
			    SELECT 'MEETING', CAST(m.ends_at AS date), m.rank FROM individual_meeting m
			    WHERE m.id = a.tied_meeting_id AND m.state <> 'CANCELLED' AND m.ends_at < :now
			    UNION ALL
			    SELECT 'END', coalesce(a.ends_on, a.starts_on), NULL
			    WHERE a.state IN ('PLANNED', 'ONGOING') AND coalesce(a.ends_on, a.starts_on) < :today
			    ORDER BY 2 DESC, 1 LIMIT 1) o
			  LEFT JOIN declined_completion d ON d.action_id = a.id
			WHERE a.enrolment_id = :enrolment AND a.state IN ('IDEA', 'PLANNED', 'ONGOING') AND NOT a.awaits_pilot
			  AND (d.occasion_day IS NULL OR o.day > d.occasion_day) AND (d.asked_again_on IS NULL OR d.asked_again_on <= :today)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Completions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of a structure, the last occasion first. */
	public List<ActionToComplete> of(UUID enrolmentId) {
		return asked(enrolmentId, "ORDER BY o.day DESC, a.logged_at, a.id", new UUID(0, 0)).list();
	}

	/** One of them; empty where nothing is asked about it. */
	Optional<ActionToComplete> of(UUID enrolmentId, UUID actionId) {
		return asked(enrolmentId, "AND a.id = :action", actionId).optional();
	}

	private JdbcClient.MappedQuerySpec<ActionToComplete> asked(UUID enrolmentId, String which, UUID actionId) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		JdbcClient.StatementSpec asked = this.jdbc.sql(ASKED + which)
			.param("enrolment", enrolmentId)
			.param("now", now)
			.param("today", now.toLocalDate());
		return (which.contains(":action") ? asked.param("action", actionId) : asked)
			.query((row, n) -> new ActionToComplete(row.getObject("id", UUID.class), row.getString("title"),
					Occasion.valueOf(row.getString("occasion")), row.getObject("day", LocalDate.class),
					row.getObject("rank", Integer.class)));
	}

}
