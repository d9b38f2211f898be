package fr.faireavec.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the story of an action: when it was noted, what it became, its own days, the
 * session and the meeting it is tied to, who takes it up, and what other rooms tell of
 * it; nobody's name.
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

	private final List<ActionTelling> tellings;

	private final Clock clock;

	ActionStories(JdbcClient jdbc, List<ActionTelling> tellings, Clock clock) {
		this.jdbc = jdbc;
		this.tellings = tellings;
		this.clock = clock;
	}

	/** What happened first comes first, what is to come last. */
	public List<StoryLine> of(UUID actionId) {
		Stream<StoryLine> told = this.tellings.stream().flatMap((room) -> room.of(actionId).stream());
		return Stream.concat(own(actionId).stream(), told).sorted(Comparator.comparing(StoryLine::day)).toList();
	}

	private List<StoryLine> own(UUID actionId) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		return this.jdbc.sql(STORY).param("action", actionId).query((row, n) -> {
			LocalDate day = row.getObject("day", LocalDate.class);
			return new StoryLine(day, row.getString("what"), row.getObject("rank", Integer.class), day.isAfter(today));
		}).list();
	}

}
