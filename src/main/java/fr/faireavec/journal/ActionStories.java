package fr.faireavec.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the story of an action, in one statement: when it was noted, what it became, its
 * own days, the session and the meeting it is tied to, who takes it up; nobody's name.
 */
@Component
@Transactional(readOnly = true)
public class ActionStories {

	private static final String STORY = """
			WITH this AS (SELECT * FROM logged_action WHERE id = :action)
			SELECT s.day, s.what, s.rank FROM (
			  SELECT 0 AS place, CAST(m.starts_at AS date) AS day, 'MEETING' AS what, m.rank
			  FROM this a JOIN individual_meeting m ON m.id = a.tied_meeting_id AND m.state <> 'CANCELLED'
			  UNION ALL
			  SELECT 1, CAST(a.logged_at AT TIME ZONE 'Europe/Paris' AS date), 'LOGGED', NULL FROM this a
			  UNION ALL
			  SELECT 2, a.starts_on, 'STARTS', NULL FROM this a WHERE a.starts_on IS DISTINCT FROM a.ends_on
			  UNION ALL
			  SELECT 3, CAST(r.happened_at AT TIME ZONE 'Europe/Paris' AS date), replace(r.what, 'action.became.', ''), NULL
			  FROM audit_row r WHERE r.subject_id = :action AND r.what LIKE 'action.became.%'
			  UNION ALL
			  SELECT 4, CAST(a.confirmed_at AT TIME ZONE 'Europe/Paris' AS date), 'CONFIRMED', NULL FROM this a
			  UNION ALL
			  SELECT 5, a.ends_on, 'ENDS', NULL FROM this a
			  UNION ALL
			  SELECT 6, CAST(c.starts_at AS date), 'SESSION', c.rank
			  FROM this a JOIN collective_session c ON c.id = a.tied_session_id AND c.state <> 'CANCELLED'
			  UNION ALL
			  SELECT 7, CAST(min(t.logged_at) AT TIME ZONE 'Europe/Paris' AS date), 'TAKEN_UP', NULL
			  FROM logged_action t WHERE t.tried_from = :action GROUP BY t.enrolment_id) s
			WHERE s.day IS NOT NULL ORDER BY s.day, s.place""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ActionStories(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What happened first comes first, what is to come last. */
	public List<StoryLine> of(UUID actionId) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		return this.jdbc.sql(STORY).param("action", actionId).query((row, n) -> {
			LocalDate day = row.getObject("day", LocalDate.class);
			return new StoryLine(day, row.getString("what"), row.getObject("rank", Integer.class), day.isAfter(today));
		}).list();
	}

}
