package fr.faireavec.convening;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells those a day was for, once, that its minutes are written. */
@Component
@Transactional
class MinutesTelling {

	/** Those mandated that day; who runs it wrote them. */
	private static final String WAITING = """
			WITH waiting AS (
			  SELECT c.id, s.parcours_id, c.changed_at + make_interval(secs => CAST(:settled AS double precision)) AS settled_at,
			         coalesce(l.paused_at, h.paused_at) IS NOT NULL AS paused, h.hastened_at IS NOT NULL AS hastened
			  FROM calendar_entry c JOIN collective_session s ON s.id = c.session_id
			    LEFT JOIN letter_plan l ON l.id = s.parcours_id
			    LEFT JOIN letter_choice h ON h.subject_id = c.id AND h.occurrence = 'MINUTES' AND h.used_at IS NULL
			  WHERE c.minutes_at IS NOT NULL AND c.minutes_told_at IS NULL AND s.minutes <> '' AND s.state = 'HELD')
			""";

	private static final String PEOPLE = """
			SELECT DISTINCT c.id AS entry_id, p.id, p.given_name, p.family_name FROM calendar_entry c
			  JOIN collective_session s ON s.id = c.session_id JOIN enrolment e ON e.parcours_id = s.parcours_id
			  JOIN mandate m ON m.enrolment_id = e.id JOIN person p ON p.id = m.person_id
			WHERE c.id IN (:entries) AND p.email IS NOT NULL AND p.erased_at IS NULL AND p.reunited_with IS NULL
			  AND m.starts_on <= c.starts_at::date AND (m.ends_on IS NULL OR m.ends_on > c.starts_at::date)
			  AND e.takes_part @> c.starts_at::date
			ORDER BY p.family_name, p.given_name, p.id
			""";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final DateWriting writing;

	private final LetterPlanning planning;

	private final Clock clock;

	MinutesTelling(JdbcClient jdbc, Outbox outbox, DateWriting writing, LetterPlanning planning, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.writing = writing;
		this.planning = planning;
		this.clock = clock;
	}

	/** Whether there are minutes to read. */
	@Transactional(readOnly = true)
	boolean areThere(UUID sessionId) {
		return this.jdbc.sql("SELECT count(*) > 0 FROM collective_session WHERE id = :id AND minutes <> ''")
			.param("id", sessionId)
			.query(Boolean.class)
			.single();
	}

	/** Posts what is due, once nobody has written for a while. */
	void tellDue() {
		Instant now = this.clock.instant();
		List<UUID> due = this.jdbc.sql(WAITING + """
				UPDATE calendar_entry SET minutes_told_at = :now
				WHERE id IN (SELECT id FROM waiting WHERE NOT paused AND (hastened OR settled_at <= :now)) RETURNING id
				""")
			.param("settled", DueLetters.SETTLED.toSeconds())
			.param("now", Timestamp.from(now))
			.query((row, n) -> row.getObject("id", UUID.class))
			.list();
		people(due).forEach((session, people) -> people
			.forEach((person) -> this.outbox.post(Posting.of(MinutesLetter.KIND, person.id(), session))));
		due.forEach((session) -> this.planning.left(session, Occurrence.MINUTES));
	}

	@Transactional(readOnly = true)
	List<ForeseenLetter> foresee(Collection<UUID> parcoursIds) {
		Instant now = this.clock.instant();
		record Waiting(UUID id, UUID parcoursId, Instant settledAt, boolean paused, boolean hastened) {
		}
		List<Waiting> waiting = this.jdbc.sql(WAITING + "SELECT * FROM waiting WHERE parcours_id IN (:parcours)")
			.param("settled", DueLetters.SETTLED.toSeconds())
			.param("parcours", parcoursIds)
			.query((row, n) -> new Waiting(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
					row.getTimestamp("settled_at").toInstant(), row.getBoolean("paused"), row.getBoolean("hastened")))
			.list();
		List<UUID> sessions = waiting.stream().map(Waiting::id).toList();
		Map<UUID, List<Addressee>> people = people(sessions);
		Map<UUID, CalendarRow> rows = this.writing.rows(sessions);
		return waiting.stream()
			.map((letter) -> new ForeseenLetter(letter.parcoursId(), Occurrence.MINUTES, letter.id(),
					Optional.ofNullable(rows.get(letter.id())).map(this.writing::shortTitle).orElse(""),
					LocalDateTime.ofInstant(letter.hastened() ? now : letter.settledAt(), Zones.PARIS),
					people.getOrDefault(letter.id(), List.of()).stream().map(Addressee::name).toList(),
					letter.paused()))
			.toList();
	}

	private Map<UUID, List<Addressee>> people(List<UUID> sessionIds) {
		if (sessionIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(PEOPLE)
			.param("entries", sessionIds)
			.query((row, n) -> new Addressee(row.getObject("entry_id", UUID.class), row.getObject("id", UUID.class),
					row.getString("given_name") + " " + row.getString("family_name")))
			.stream()
			.collect(Collectors.groupingBy(Addressee::sessionId));
	}

	private record Addressee(UUID sessionId, UUID id, String name) {
	}

}
