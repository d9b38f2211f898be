package fr.faireavec.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.Zones;
import fr.faireavec.polls.PollSheet.AskedOn;
import fr.faireavec.polls.PollSheet.Dated;
import fr.faireavec.polls.PollSheet.Said;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.Mode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a poll whole, in as many statements whatever there is of it. */
@Component
@Transactional(readOnly = true)
public class PollReading {

	private static final String POLL = """
			SELECT id, version, parcours_id, closes_on, fewest_weeks, most_weeks, message, decides_itself, opened_at,
			       closed_at, decided_at, abandoned_at
			FROM date_poll
			""";

	private static final String DAYS = """
			SELECT d.id, d.rank, s.title, d.session_id, d.first_start, d.first_end, d.second_start, d.second_end, d.mode,
			       d.venue, d.address, d.video_link, o.id AS option_id, o.held_on
			FROM poll_day d JOIN collective_session s ON s.id = d.session_id JOIN poll_option o ON o.day_id = d.id
			  JOIN date_poll p ON p.id = d.poll_id
			WHERE d.poll_id = :poll AND o.withdrawn_at IS NULL
			  AND (p.decided_at IS NOT NULL OR s.state IN ('TO_PLAN', 'POLLING', 'RESERVED'))
			ORDER BY d.rank, o.held_on
			""";

	private static final String SAID = """
			SELECT coalesce(r.person_id, r.speaker_id) AS askee_id, r.said_at, r.comment, r.asked_on,
			       CASE WHEN r.said_by IS DISTINCT FROM r.person_id THEN b.given_name || ' ' || b.family_name END AS said_by
			FROM poll_reply r LEFT JOIN person b ON b.id = r.said_by WHERE r.poll_id = :poll
			""";

	private static final String ANSWERS = """
			SELECT a.option_id, o.held_on, coalesce(r.person_id, r.speaker_id) AS askee_id, a.said
			FROM poll_answer a JOIN poll_reply r ON r.id = a.reply_id JOIN poll_option o ON o.id = a.option_id
			WHERE r.poll_id = :poll AND r.said_at IS NOT NULL AND o.withdrawn_at IS NULL
			ORDER BY r.said_at
			""";

	private static final String AWAITS = """
			SELECT p.closes_on FROM date_poll p
			WHERE p.parcours_id = :parcours AND p.decided_at IS NULL AND p.abandoned_at IS NULL AND p.closed_at IS NULL
			  AND p.closes_on >= :today AND EXISTS (
			    SELECT 1 FROM poll_option o JOIN poll_day d ON d.id = o.day_id
			      JOIN collective_session s ON s.id = d.session_id
			    WHERE d.poll_id = p.id AND o.withdrawn_at IS NULL AND s.state IN ('TO_PLAN', 'POLLING', 'RESERVED')
			      AND EXISTS (
			        SELECT 1 FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			        WHERE m.person_id = :person AND e.parcours_id = p.parcours_id AND m.starts_on <= o.held_on
			          AND (m.ends_on IS NULL OR m.ends_on > o.held_on) AND (e.withdrawn_on IS NULL OR e.withdrawn_on > o.held_on))
			      AND NOT EXISTS (
			      SELECT 1 FROM poll_answer a JOIN poll_reply r ON r.id = a.reply_id
			      WHERE a.option_id = o.id AND r.person_id = :person AND r.said_at IS NOT NULL))
			""";

	private static final String PROGRESS = """
			WITH alive AS (
			  SELECT id FROM date_poll WHERE parcours_id = :parcours AND decided_at IS NULL AND abandoned_at IS NULL
			), options AS (
			  SELECT d.rank, o.held_on FROM alive p JOIN poll_day d ON d.poll_id = p.id JOIN poll_option o ON o.day_id = d.id
			    JOIN collective_session s ON s.id = d.session_id
			  WHERE o.withdrawn_at IS NULL AND s.state IN ('TO_PLAN', 'POLLING', 'RESERVED')
			), asked AS (
			%s), expected AS (
			  SELECT a.id, bool_or(r.said_at IS NOT NULL) AS answered
			  FROM asked a LEFT JOIN poll_reply r
			    ON r.poll_id = (SELECT id FROM alive) AND coalesce(r.person_id, r.speaker_id) = a.row_id
			  WHERE a.kind <> 'FACILITATOR' AND EXISTS (
			    SELECT FROM options o WHERE (a.rank IS NULL OR a.rank = o.rank)
			      AND (a.starts_on IS NULL OR a.starts_on <= o.held_on) AND (a.ends_on IS NULL OR a.ends_on > o.held_on))
			  GROUP BY a.id
			)
			SELECT array(SELECT DISTINCT rank FROM options) AS ranks, count(*) AS expected,
			       count(*) FILTER (WHERE answered) AS answered
			FROM expected
			"""
		.formatted(Askees.ASKED.formatted("(SELECT id FROM alive)"));

	private static final String TO_DECIDE = """
			SELECT count(*) > 0 FROM date_poll WHERE parcours_id = :parcours AND decided_at IS NULL AND abandoned_at IS NULL
			  AND (closed_at IS NOT NULL OR closes_on < :today OR all_answered_at IS NOT NULL)
			""";

	private final JdbcClient jdbc;

	private final Askees askees;

	private final Clock clock;

	PollReading(JdbcClient jdbc, Askees askees, Clock clock) {
		this.jdbc = jdbc;
		this.askees = askees;
		this.clock = clock;
	}

	/** The one of a parcours that is neither decided nor given up. */
	public Optional<PollSheet> aliveIn(UUID parcoursId) {
		return this.jdbc.sql(POLL + "WHERE parcours_id = :parcours AND decided_at IS NULL AND abandoned_at IS NULL")
			.param("parcours", parcoursId)
			.query((row, n) -> head(row))
			.optional()
			.map(this::whole);
	}

	/** Whether a parcours has one that is neither decided nor given up. */
	public boolean isAliveIn(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT count(*) > 0 FROM date_poll
				WHERE parcours_id = :parcours AND decided_at IS NULL AND abandoned_at IS NULL
				""").param("parcours", parcoursId).query(Boolean.class).single();
	}

	/** Until when the open poll of a parcours awaits an answer of somebody it asks. */
	public Optional<LocalDate> awaits(UUID parcoursId, UUID personId) {
		return this.jdbc.sql(AWAITS)
			.param("parcours", parcoursId)
			.param("person", personId)
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.query(LocalDate.class)
			.optional();
	}

	/**
	 * How far the open poll of a parcours is, in one statement; of no day where none is.
	 */
	public PollProgress progress(UUID parcoursId) {
		return this.jdbc.sql(PROGRESS)
			.param("parcours", parcoursId)
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.query((row, n) -> new PollProgress(Set.of((Integer[]) row.getArray("ranks").getArray()),
					row.getInt("answered"), row.getInt("expected")))
			.single();
	}

	/** Whether a poll of a parcours takes no answer any more, or has them all. */
	public boolean isToDecide(UUID parcoursId) {
		return this.jdbc.sql(TO_DECIDE)
			.param("parcours", parcoursId)
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.query(Boolean.class)
			.single();
	}

	public Optional<PollSheet> of(UUID pollId) {
		return this.jdbc.sql(POLL + "WHERE id = :id")
			.param("id", pollId)
			.query((row, n) -> head(row))
			.optional()
			.map(this::whole);
	}

	private PollSheet whole(PollSheet head) {
		List<Askee> asked = this.askees.of(head.parcoursId(), head.id(),
				LocalDate.ofInstant(this.clock.instant(), Zones.PARIS));
		Map<UUID, Said> said = new HashMap<>();
		this.jdbc.sql(SAID).param("poll", head.id()).query((row) -> {
			said.put(row.getObject("askee_id", UUID.class), said(row));
		});
		List<AskedOn> days = days(head.id());
		asked.removeIf((askee) -> days.stream()
			.filter((day) -> askee.isAskedAbout(day.rank()))
			.flatMap((day) -> day.options().stream())
			.noneMatch((option) -> askee.countsOn(option.day())));
		Map<UUID, Said> first = new HashMap<>();
		asked.forEach((askee) -> askee.ids()
			.stream()
			.map(said::get)
			.filter(Objects::nonNull)
			.max(Comparator.comparing(Said::at, Comparator.nullsFirst(Comparator.naturalOrder())))
			.ifPresent((one) -> first.put(askee.id(), one)));
		return new PollSheet(head.id(), head.version(), head.parcoursId(), head.terms(), head.life(), days, asked,
				first, answers(head.id(), asked));
	}

	/** What is said of a date counts if whoever says it may stand for somebody then. */
	private Map<UUID, Map<UUID, Say>> answers(UUID pollId, List<Askee> asked) {
		Map<UUID, Askee> known = new HashMap<>();
		asked.forEach((askee) -> askee.ids().forEach((id) -> known.put(id, askee)));
		Map<UUID, Map<UUID, Say>> answers = new HashMap<>();
		this.jdbc.sql(ANSWERS).param("poll", pollId).query((row) -> {
			Askee askee = known.get(row.getObject("askee_id", UUID.class));
			if (askee != null && askee.countsOn(row.getObject("held_on", LocalDate.class))) {
				answers.computeIfAbsent(row.getObject("option_id", UUID.class), (option) -> new HashMap<>())
					.put(askee.id(), Say.valueOf(row.getString("said")));
			}
		});
		return answers;
	}

	private List<AskedOn> days(UUID pollId) {
		Map<UUID, AskedOn> days = new LinkedHashMap<>();
		this.jdbc.sql(DAYS).param("poll", pollId).query((row) -> {
			days.computeIfAbsent(row.getObject("id", UUID.class), (id) -> day(row))
				.options()
				.add(new Dated(row.getObject("option_id", UUID.class), row.getObject("held_on", LocalDate.class)));
		});
		return List.copyOf(days.values());
	}

	private static AskedOn day(ResultSet row) {
		try {
			return new AskedOn(row.getInt("rank"), row.getString("title"), row.getObject("session_id", UUID.class),
					new AskedDay.Hours(row.getObject("first_start", LocalTime.class),
							row.getObject("first_end", LocalTime.class), row.getObject("second_start", LocalTime.class),
							row.getObject("second_end", LocalTime.class)),
					new AskedDay.Place(Mode.valueOf(row.getString("mode")), row.getString("venue"),
							row.getString("address"), row.getString("video_link")),
					new ArrayList<>());
		}
		catch (SQLException unread) {
			throw new IllegalStateException(unread);
		}
	}

	private static Said said(ResultSet row) throws SQLException {
		return new Said(instant(row, "said_at"), row.getString("said_by"), row.getString("comment"),
				row.getObject("asked_on", LocalDate.class));
	}

	private static PollSheet head(ResultSet row) throws SQLException {
		return new PollSheet(row.getObject("id", UUID.class), row.getInt("version"),
				row.getObject("parcours_id", UUID.class),
				new PollSheet.Terms(row.getObject("closes_on", LocalDate.class), row.getInt("fewest_weeks"),
						row.getInt("most_weeks"), row.getString("message"), row.getBoolean("decides_itself")),
				new PollSheet.Life(row.getTimestamp("opened_at").toInstant(), instant(row, "closed_at"),
						instant(row, "decided_at"), instant(row, "abandoned_at")),
				List.of(), List.of(), Map.of(), Map.of());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
