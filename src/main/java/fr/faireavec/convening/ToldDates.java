package fr.faireavec.convening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Zones;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one letter says of dates, as long as nothing newer was said. */
@Component
class ToldDates {

	private final JdbcClient jdbc;

	private final Clock clock;

	ToldDates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those of a letter that are the last word, of dates that are as they say, and not
	 * past.
	 */
	List<ToldDate> of(UUID letterId, UUID personId) {
		return this.jdbc
			.sql("""
					SELECT t.entry_id, t.news, t.read_starts_at, t.read_ends_at, t.with_file, t.told_at, t.guest_id IS NOT NULL AS guest
					FROM calendar_told t JOIN calendar_entry c ON c.id = t.entry_id
					WHERE t.letter_id = :letter AND coalesce(t.person_id, t.guest_id) = :person
					  AND (t.gone OR (NOT c.cancelled AND NOT c.tentative AND c.starts_at > :now
					    AND (t.starts_at, t.ends_at, t.place_mark) = (c.starts_at, c.ends_at, c.place_mark)))
					ORDER BY t.starts_at, t.entry_id
					""")
			.param("letter", letterId)
			.param("person", personId)
			.param("now", LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS))
			.query((row, n) -> new ToldDate(row.getObject("entry_id", UUID.class),
					Occurrence.valueOf(row.getString("news")), slot(row, "read_starts_at", "read_ends_at"),
					row.getBoolean("with_file"), row.getTimestamp("told_at").toInstant(), row.getBoolean("guest")))
			.list();
	}

	/** Whether somebody knows this date as it is, and it is theirs, and to come. */
	boolean holds(UUID entryId, UUID personId) {
		return this.jdbc
			.sql("""
					SELECT count(*) > 0 FROM calendar_told t JOIN calendar_entry c ON c.id = t.entry_id
					WHERE t.entry_id = :entry AND coalesce(t.person_id, t.guest_id) = :person AND NOT t.gone AND NOT c.cancelled AND NOT c.tentative
					  AND c.starts_at > :now
					  AND (t.starts_at, t.ends_at, t.place_mark) = (c.starts_at, c.ends_at, c.place_mark)
					""")
			.param("entry", entryId)
			.param("person", personId)
			.param("now", LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS))
			.query(Boolean.class)
			.single();
	}

	/** Whether they have no sheet here. */
	boolean isGuest(UUID entryId, UUID readerId) {
		return this.jdbc.sql("SELECT count(*) > 0 FROM calendar_told WHERE entry_id = :entry AND guest_id = :reader")
			.param("entry", entryId)
			.param("reader", readerId)
			.query(Boolean.class)
			.single();
	}

	static @Nullable TimeSlot slot(ResultSet row, String start, String end) throws SQLException {
		LocalDateTime from = row.getObject(start, LocalDateTime.class);
		return (from != null) ? new TimeSlot(from, row.getObject(end, LocalDateTime.class)) : null;
	}

	/**
	 * What is new of one date.
	 *
	 * @param read the hours its reader knows; null when they know none
	 * @param toGuest whether its reader has no sheet here
	 */
	record ToldDate(UUID entryId, Occurrence news, @Nullable TimeSlot read, boolean withFile, Instant writtenAt,
			boolean toGuest) {

		/** Whether it says that the date is taken away. */
		boolean isGone() {
			return this.news == Occurrence.CANCELLED || this.news == Occurrence.NOT_THEIRS;
		}

	}

}
