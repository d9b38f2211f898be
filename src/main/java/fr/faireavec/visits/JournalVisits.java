package fr.faireavec.visits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.journal.JournalNews;
import fr.faireavec.parcours.Seat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows when somebody last opened a journal, and what is new in it since. Pages opened
 * within half an hour are one visit.
 */
@Component
@Transactional
public class JournalVisits {

	private static final int MOST = 40;

	private final JdbcClient jdbc;

	private final List<JournalNews> rooms;

	private final Clock clock;

	JournalVisits(JdbcClient jdbc, List<JournalNews> rooms, Clock clock) {
		this.jdbc = jdbc;
		this.rooms = rooms;
		this.clock = clock;
	}

	/**
	 * Somebody opens it: what is new since their visit before this one, the newest first.
	 * Nothing at the first one, nor for the administration, which has no journal.
	 */
	public List<JournalNews.Line> open(Seat seat) {
		return switch (seat) {
			case Seat.Facilitating running -> open(seat, true, List.of());
			case Seat.Piloting pilot -> open(seat, false, pilot.enrolmentIds());
			case Seat.Administering administering -> List.of();
			case Seat.Funding funding -> List.of();
		};
	}

	private List<JournalNews.Line> open(Seat seat, boolean all, List<UUID> own) {
		return visited(seat).map((since) -> news(seat, since, all, own)).orElse(List.of());
	}

	/** When the visit before this one ended. */
	private Optional<Instant> visited(Seat seat) {
		return this.jdbc
			.sql("""
					INSERT INTO journal_visit AS v (person_id, parcours_id, last_at) VALUES (:person, :parcours, :now)
					ON CONFLICT (person_id, parcours_id) DO UPDATE SET last_at = excluded.last_at,
					  before_at = CASE WHEN v.last_at < excluded.last_at - interval '30 minutes' THEN v.last_at ELSE v.before_at END
					RETURNING before_at""")
			.param("person", seat.viewer().personId())
			.param("parcours", seat.parcours().getId())
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> Optional.ofNullable(row.getTimestamp("before_at")).map(Timestamp::toInstant))
			.single();
	}

	private List<JournalNews.Line> news(Seat seat, Instant since, boolean all, List<UUID> own) {
		String told = this.rooms.stream()
			.map((room) -> "(" + room.sql() + ")")
			.collect(Collectors.joining(" UNION ALL "));
		return this.jdbc.sql("SELECT * FROM (" + told + ") news ORDER BY at DESC, title, what LIMIT :most")
			.param("parcours", seat.parcours().getId())
			.param("person", seat.viewer().personId())
			.param("since", Timestamp.from(since))
			.param("today", seat.parcours().today(this.clock))
			.param("all", all)
			.param("own", own)
			.param("most", MOST)
			.query((row, n) -> new JournalNews.Line(row.getTimestamp("at").toInstant(), row.getString("what"),
					row.getInt("count"), row.getObject("action_id", UUID.class), row.getString("title"),
					row.getString("structure")))
			.list();
	}

}
