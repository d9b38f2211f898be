package fr.faireavec.convening;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.convening.DueLetters.DueLetter;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Ids;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to those a date concerns when what they were told is no longer true: convened
 * some weeks before, or at once when it is nearer; told when it moves, when it is
 * cancelled, when it is theirs no more; reminded. Nothing is posted when something
 * happens: what differs is looked for, so that five changes in a minute make one letter,
 * with the last date, and a change that is taken back makes none.
 */
@Component
@Transactional
public class Telling {

	/** So long nothing has changed before anybody is told. */
	public static final Duration SETTLED = DueLetters.SETTLED;

	private static final int MOST = 500;

	private final DueLetters due;

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final FollowedCalendars followed;

	private final LetterPlanning planning;

	private final Clock clock;

	Telling(DueLetters due, JdbcClient jdbc, Outbox outbox, FollowedCalendars followed, LetterPlanning planning,
			Clock clock) {
		this.due = due;
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.followed = followed;
		this.planning = planning;
		this.clock = clock;
	}

	/**
	 * Posts what is due: one letter to each person, whatever has changed, and one a
	 * reminder.
	 * @return how many
	 */
	public int tellDue() {
		this.jdbc.sql("LOCK TABLE calendar_told IN SHARE ROW EXCLUSIVE MODE").update();
		Instant now = this.clock.instant();
		Map<Boolean, List<DueLetter>> all = this.due.now(MOST)
			.stream()
			.collect(Collectors.partitioningBy(DueLetter::isReminder));
		List<DueLetter> reminders = all.getOrDefault(true, List.of());
		reminders.forEach(this::remind);
		List<DueLetter> news = all.getOrDefault(false, List.of());
		Map<UUID, List<DueLetter>> byReader = news.stream()
			.collect(Collectors.groupingBy(DueLetter::readerId, LinkedHashMap::new, Collectors.toList()));
		long told = byReader.values().stream().filter((letters) -> tell(letters, now)).count();
		Stream.concat(news.stream(), reminders.stream())
			.map((letter) -> Map.entry(letter.entryId(), letter.occurrence()))
			.distinct()
			.forEach((left) -> this.planning.left(left.getKey(), left.getValue()));
		return reminders.size() + (int) told;
	}

	/** Whether there was something to write. */
	private boolean tell(List<DueLetter> letters, Instant now) {
		UUID letterId = Ids.next();
		boolean file = !this.followed.isFollowed(letters.getFirst().readerId());
		boolean any = false;
		for (DueLetter letter : letters) {
			// Who never knew of a date is not told that it is gone.
			TimeSlot known = known(letter);
			boolean said = known != null || !letter.isGone();
			Occurrence news = letter.isGone() ? letter.occurrence()
					: (known != null) ? Occurrence.MOVED : Occurrence.CONVENED;
			note(letter, news, known, letter.withFile() || file, said ? letterId : Ids.next(), now);
			any |= said;
		}
		if (any) {
			this.outbox.post(posting(letters.getFirst(), letterId));
		}
		return any;
	}

	/** The hours they know: those of the last letter that left. */
	private @Nullable TimeSlot known(DueLetter letter) {
		UUID letterId = letter.letterId();
		boolean left = letterId != null && this.outbox.hasLeft(posting(letter, letterId).key());
		if (!left) {
			return letter.read();
		}
		return letter.untold() ? null : letter.told();
	}

	/** Letters about dates reach somebody in the order they were written. */
	private static Posting posting(DueLetter letter, UUID letterId) {
		return addressed(letter, Posting.of(DateLetter.KIND, letter.readerId(), letterId));
	}

	private static Posting addressed(DueLetter letter, Posting posting) {
		String address = letter.address();
		return ((address != null) ? posting.toGuest(address) : posting).inOrder("calendar");
	}

	private void remind(DueLetter letter) {
		this.outbox.post(addressed(letter,
				Posting.of(ReminderLetter.KIND, letter.readerId(), letter.entryId())
					.apart(letter.occurrence() + ":" + letter.told())
					.with(letter.occurrence().name())));
		this.jdbc.sql("""
				UPDATE calendar_told SET reminded = :reminded
				WHERE entry_id = :entry AND coalesce(person_id, guest_id) = :reader
				""")
			.param("reminded", letter.occurrence().name())
			.param("entry", letter.entryId())
			.param("reader", letter.readerId())
			.update();
	}

	private void note(DueLetter letter, Occurrence news, @Nullable TimeSlot read, boolean withFile, UUID letterId,
			Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO calendar_told (entry_id, person_id, guest_id, address, sequence, gone, starts_at, ends_at, place_mark,
					                           read_starts_at, read_ends_at, with_file, news, letter_id, told_at)
					SELECT c.id, :person, :guest, :address, c.sequence, :gone, c.starts_at, c.ends_at, c.place_mark,
					       CAST(:readStart AS timestamp), CAST(:readEnd AS timestamp), :file, :news, :letter, :now
					FROM calendar_entry c WHERE c.id = :entry
					ON CONFLICT (entry_id, (coalesce(person_id, guest_id))) DO UPDATE SET
					  sequence = excluded.sequence, gone = excluded.gone, starts_at = excluded.starts_at,
					  ends_at = excluded.ends_at, place_mark = excluded.place_mark, read_starts_at = excluded.read_starts_at,
					  read_ends_at = excluded.read_ends_at, with_file = excluded.with_file, news = excluded.news,
					  letter_id = excluded.letter_id, told_at = excluded.told_at, reminded = NULL
					""")
			.param("entry", letter.entryId())
			.param("person", (letter.address() == null) ? letter.readerId() : null, Types.OTHER)
			.param("guest", (letter.address() != null) ? letter.readerId() : null, Types.OTHER)
			.param("address", letter.address(), Types.VARCHAR)
			.param("gone", letter.isGone())
			.param("readStart", (read != null) ? read.start() : null, Types.TIMESTAMP)
			.param("readEnd", (read != null) ? read.end() : null, Types.TIMESTAMP)
			.param("file", withFile)
			.param("news", news.name())
			.param("letter", letterId)
			.param("now", Timestamp.from(now))
			.update();
	}

}
