package fr.faireavec.exchanges;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers for each person what was said that concerns them and that they did not read:
 * one letter a day at the most, in the day's hours.
 */
@Component
@Transactional
class CommentDigests {

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime EVENING = LocalTime.of(20, 0);

	private final CommentReaders readers;

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Clock clock;

	CommentDigests(CommentReaders readers, JdbcClient jdbc, Outbox outbox, Clock clock) {
		this.readers = readers;
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	void postDue() {
		Instant now = this.clock.instant();
		LocalDateTime here = LocalDateTime.ofInstant(now, Zones.PARIS);
		LocalTime hour = here.toLocalTime();
		if (hour.isBefore(MORNING) || !hour.isBefore(EVENING)) {
			return;
		}
		this.jdbc.sql("LOCK TABLE comment_digest IN SHARE ROW EXCLUSIVE MODE").update();
		Map<UUID, List<News>> due = this.readers.due().stream().collect(Collectors.groupingBy(News::personId));
		due.forEach((personId, news) -> {
			this.outbox.post(Posting.of(DigestLetter.KIND, personId, personId)
				.apart(here.toLocalDate().toString())
				.with(news.getFirst().toldUntil().toString()));
			this.jdbc.sql("""
					INSERT INTO comment_digest (person_id, told_at) VALUES (:person, :now)
					ON CONFLICT (person_id) DO UPDATE SET told_at = excluded.told_at""")
				.param("person", personId)
				.param("now", Timestamp.from(now))
				.update();
		});
	}

}
