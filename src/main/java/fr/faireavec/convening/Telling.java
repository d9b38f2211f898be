package fr.faireavec.convening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to those a date concerns when what they were told is no longer true: convened
 * three weeks before, or at once when it is nearer; told when it moves, when it is
 * cancelled, when it is theirs no more. Nothing is posted when something happens: what
 * differs is looked for, so that five changes in a minute make one letter, with the last
 * date, and a change that is taken back makes none.
 */
@Component
@Transactional
public class Telling {

	/** How long before a date one is convened. */
	public static final Duration AHEAD = Duration.ofDays(21);

	/** So long nothing has changed before anybody is told. */
	public static final Duration SETTLED = Duration.ofMinutes(10);

	private static final int MOST = 500;

	/** A date concerns those mandated that day, and those who run it. */
	private static final String DIFFERENCES = """
			WITH concerned AS (
			  SELECT c.id AS entry_id, m.person_id
			  FROM calendar_entry c LEFT JOIN collective_session s ON s.id = c.session_id
			    LEFT JOIN individual_meeting i ON i.id = c.meeting_id
			    JOIN enrolment e ON e.id = i.enrolment_id OR e.parcours_id = s.parcours_id
			    JOIN mandate m ON m.enrolment_id = e.id
			  WHERE NOT c.cancelled AND c.starts_at > :now
			    AND m.starts_on <= c.starts_at::date AND (m.ends_on IS NULL OR m.ends_on > c.starts_at::date)
			    AND e.takes_part @> c.starts_at::date
			  UNION
			  SELECT c.id, f.person_id FROM calendar_entry c JOIN collective_session s ON s.id = c.session_id
			    JOIN parcours_facilitator f ON f.parcours_id = s.parcours_id
			  WHERE NOT c.cancelled AND c.starts_at > :now
			  UNION
			  SELECT c.id, i.facilitator_id FROM calendar_entry c JOIN individual_meeting i ON i.id = c.meeting_id
			  WHERE NOT c.cancelled AND c.starts_at > :now AND i.facilitator_id IS NOT NULL)
			SELECT c.id, c.sequence, c.cancelled, c.starts_at, c.ends_at, p.id AS person_id, x.person_id IS NOT NULL AS theirs,
			       t.gone, t.starts_at AS told_starts_at, t.ends_at AS told_ends_at, t.read_starts_at, t.read_ends_at,
			       coalesce(t.with_file, false) AS with_file, t.letter_id
			FROM concerned x FULL JOIN calendar_told t ON t.entry_id = x.entry_id AND t.person_id = x.person_id
			  JOIN calendar_entry c ON c.id = coalesce(x.entry_id, t.entry_id)
			  JOIN person p ON p.id = coalesce(x.person_id, t.person_id)
			WHERE p.email IS NOT NULL AND p.erased_at IS NULL AND p.reunited_with IS NULL AND c.changed_at <= :settled
			  AND CASE WHEN x.person_id IS NULL THEN NOT t.gone AND t.ends_at > :now
			           WHEN t.person_id IS NULL OR t.gone THEN c.starts_at <= :ahead
			           ELSE (t.starts_at, t.ends_at, t.place_mark) IS DISTINCT FROM (c.starts_at, c.ends_at, c.place_mark) END
			ORDER BY c.starts_at, c.id, p.id LIMIT :most
			""";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final FollowedCalendars followed;

	private final Clock clock;

	Telling(JdbcClient jdbc, Outbox outbox, FollowedCalendars followed, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.followed = followed;
		this.clock = clock;
	}

	/**
	 * Posts what is due: one letter to each person, whatever it has to say.
	 * @return how many
	 */
	public int tellDue() {
		this.jdbc.sql("LOCK TABLE calendar_told IN SHARE ROW EXCLUSIVE MODE").update();
		Instant now = this.clock.instant();
		LocalDateTime here = LocalDateTime.ofInstant(now, Zones.PARIS);
		Map<UUID, List<Difference>> due = this.jdbc.sql(DIFFERENCES)
			.param("now", here)
			.param("ahead", here.plus(AHEAD))
			.param("settled", Timestamp.from(now.minus(SETTLED)))
			.param("most", MOST)
			.query((row, n) -> difference(row))
			.stream()
			.collect(Collectors.groupingBy(Difference::personId, LinkedHashMap::new, Collectors.toList()));
		return (int) due.entrySet().stream().filter((one) -> tell(one.getKey(), one.getValue(), now)).count();
	}

	/** Whether there was something to write. */
	private boolean tell(UUID personId, List<Difference> differences, Instant now) {
		UUID letterId = Ids.next();
		boolean followed = this.followed.isFollowed(personId);
		boolean any = false;
		for (Difference difference : differences) {
			// Who never knew of a date is not told that it is gone.
			TimeSlot known = known(difference);
			DateNews news = !difference.theirs() ? (difference.cancelled() ? DateNews.CANCELLED : DateNews.NOT_THEIRS)
					: (known != null) ? DateNews.MOVED : DateNews.CONVENED;
			boolean said = known != null || !news.isGone();
			note(difference, news, known, difference.withFile() || !followed, said ? letterId : Ids.next(), now);
			any |= said;
		}
		if (any) {
			this.outbox.post(posting(personId, letterId));
		}
		return any;
	}

	/** The hours they know: those of the last letter that left. */
	private @Nullable TimeSlot known(Difference difference) {
		UUID letterId = difference.letterId();
		boolean left = letterId != null && this.outbox.hasLeft(posting(difference.personId(), letterId).key());
		if (!left) {
			return difference.read();
		}
		return difference.gone() ? null : difference.told();
	}

	/** Letters about dates reach somebody in the order they were written. */
	private static Posting posting(UUID personId, UUID letterId) {
		return Posting.of(DateLetter.KIND, personId, letterId).inOrder("calendar");
	}

	private void note(Difference difference, DateNews news, @Nullable TimeSlot read, boolean withFile, UUID letterId,
			Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO calendar_told (entry_id, person_id, sequence, gone, starts_at, ends_at, place_mark,
					                           read_starts_at, read_ends_at, with_file, news, letter_id, told_at)
					SELECT c.id, :person, c.sequence, :gone, c.starts_at, c.ends_at, c.place_mark,
					       CAST(:readStart AS timestamp), CAST(:readEnd AS timestamp), :file, :news, :letter, :now
					FROM calendar_entry c WHERE c.id = :entry
					ON CONFLICT (entry_id, person_id) DO UPDATE SET
					  sequence = excluded.sequence, gone = excluded.gone, starts_at = excluded.starts_at,
					  ends_at = excluded.ends_at, place_mark = excluded.place_mark, read_starts_at = excluded.read_starts_at,
					  read_ends_at = excluded.read_ends_at, with_file = excluded.with_file, news = excluded.news,
					  letter_id = excluded.letter_id, told_at = excluded.told_at
					""")
			.param("entry", difference.entryId())
			.param("person", difference.personId())
			.param("gone", news.isGone())
			.param("readStart", (read != null) ? read.start() : null, Types.TIMESTAMP)
			.param("readEnd", (read != null) ? read.end() : null, Types.TIMESTAMP)
			.param("file", withFile)
			.param("news", news.name())
			.param("letter", letterId)
			.param("now", Timestamp.from(now))
			.update();
	}

	private static Difference difference(ResultSet row) throws SQLException {
		return new Difference(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
				row.getBoolean("cancelled"), row.getBoolean("theirs"), row.getBoolean("gone"),
				ToldDates.slot(row, "told_starts_at", "told_ends_at"),
				ToldDates.slot(row, "read_starts_at", "read_ends_at"), row.getBoolean("with_file"),
				row.getObject("letter_id", UUID.class));
	}

	/**
	 * What is, and what somebody was told.
	 *
	 * @param theirs whether it takes place and concerns them
	 * @param gone whether they were told that it is not theirs any more
	 * @param told null when they were told nothing
	 * @param read what they knew before the last letter was posted; null for nothing
	 */
	private record Difference(UUID entryId, UUID personId, boolean cancelled, boolean theirs, boolean gone,
			@Nullable TimeSlot told, @Nullable TimeSlot read, boolean withFile, @Nullable UUID letterId) {
	}

}
