package fr.faireavec.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.Foresight;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the pilots of a structure that has noted nothing for a month for news, once a
 * month, where the parcours wants it.
 */
@Component
@Transactional
class Nudging implements Foresight {

	/** Quiet since it last noted something, came in, or was asked. */
	private static final String QUIET = """
			WITH quiet AS (
			  SELECT e.id, e.parcours_id, s.name AS structure, m.person_id, p.given_name, p.family_name,
			         (greatest((SELECT max(a.logged_at) FROM logged_action a WHERE a.enrolment_id = e.id) AT TIME ZONE 'Europe/Paris',
			                   n.nudged_at AT TIME ZONE 'Europe/Paris', m.starts_on::timestamp, r.starts_on::timestamp)
			          + interval '1 month')::date + time '08:00' AS month_later,
			         l.paused_at IS NOT NULL OR h.paused_at IS NOT NULL AS paused, h.hastened_at IS NOT NULL AS hastened
			  FROM enrolment e JOIN parcours r ON r.id = e.parcours_id JOIN structure s ON s.id = e.structure_id
			    JOIN mandate m ON m.enrolment_id = e.id AND m.role = 'PILOT'
			    JOIN person p ON p.id = m.person_id
			    LEFT JOIN journal_nudge n ON n.enrolment_id = e.id
			    LEFT JOIN letter_plan l ON l.id = r.id
			    LEFT JOIN letter_choice h ON h.subject_id = e.id AND h.occurrence = 'NUDGE' AND h.used_at IS NULL
			  WHERE r.status = 'RUNNING' AND coalesce(l.nudged, true) AND e.takes_part @> CAST(:now AS date)
			    AND m.starts_on <= CAST(:now AS date) AND (m.ends_on IS NULL OR m.ends_on > CAST(:now AS date))
			    AND p.email IS NOT NULL AND p.erased_at IS NULL AND p.reunited_with IS NULL)
			SELECT id, parcours_id, structure, person_id, given_name, family_name, paused,
			       CASE WHEN hastened THEN CAST(:now AS timestamp) ELSE month_later END AS due_at
			FROM quiet
			""";

	private static final String DUE = " WHERE NOT paused AND (hastened OR month_later <= :now) ORDER BY structure, id";

	private static final String OF_PARCOURS = " WHERE parcours_id IN (:parcours) ORDER BY month_later, structure, family_name, id";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final LetterPlanning planning;

	private final NudgeWriting writing;

	private final Clock clock;

	Nudging(JdbcClient jdbc, Outbox outbox, LetterPlanning planning, NudgeWriting writing, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.planning = planning;
		this.writing = writing;
		this.clock = clock;
	}

	@Override
	public boolean knows(Occurrence occurrence) {
		return occurrence == Occurrence.NUDGE;
	}

	@Override
	@Transactional(readOnly = true)
	public List<ForeseenLetter> foresee(Collection<UUID> parcoursIds) {
		Map<UUID, List<Quiet>> quiet = quiet(OF_PARCOURS).param("parcours", parcoursIds)
			.query((row, n) -> quiet(row))
			.stream()
			.collect(Collectors.groupingBy(Quiet::enrolmentId, LinkedHashMap::new, Collectors.toList()));
		return quiet.values().stream().map((pilots) -> {
			Quiet one = pilots.getFirst();
			return new ForeseenLetter(one.parcoursId(), Occurrence.NUDGE, one.enrolmentId(), one.structure(),
					one.dueAt(), pilots.stream().map(Quiet::person).toList(), one.paused());
		}).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Letter preview(ForeseenLetter letter) {
		return this.writing.letter(letter.subjectId(),
				this.planning.note(letter.subjectId(), Occurrence.NUDGE, this.clock.instant()));
	}

	@Override
	public void postDue() {
		this.jdbc.sql("LOCK TABLE journal_nudge IN SHARE ROW EXCLUSIVE MODE").update();
		Instant now = this.clock.instant();
		for (Quiet quiet : quiet(DUE).query((row, n) -> quiet(row)).list()) {
			this.outbox.post(Posting.of(NudgeLetter.KIND, quiet.personId(), quiet.enrolmentId())
				.apart(LocalDateTime.ofInstant(now, Zones.PARIS).toLocalDate().toString()));
			this.jdbc.sql("""
					INSERT INTO journal_nudge (enrolment_id, nudged_at) VALUES (:id, :now)
					ON CONFLICT (enrolment_id) DO UPDATE SET nudged_at = excluded.nudged_at
					""").param("id", quiet.enrolmentId()).param("now", Timestamp.from(now)).update();
			this.planning.left(quiet.enrolmentId(), Occurrence.NUDGE);
		}
	}

	private StatementSpec quiet(String which) {
		return this.jdbc.sql(QUIET + which).param("now", LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS));
	}

	private static Quiet quiet(ResultSet row) throws SQLException {
		return new Quiet(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				row.getString("structure"), row.getObject("person_id", UUID.class),
				row.getString("given_name") + " " + row.getString("family_name"), row.getBoolean("paused"),
				row.getObject("due_at", LocalDateTime.class));
	}

	/** A structure that notes nothing, and one of its pilots. */
	private record Quiet(UUID enrolmentId, UUID parcoursId, String structure, UUID personId, String person,
			boolean paused, LocalDateTime dueAt) {
	}

}
