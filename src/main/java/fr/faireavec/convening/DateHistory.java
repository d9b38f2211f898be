package fr.faireavec.convening;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed a date, and why. */
@Component
class DateHistory {

	private final JdbcClient jdbc;

	DateHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Why a day or a meeting was given up, moved, or waits for another date. */
	Why why(UUID id) {
		return this.jdbc.sql("""
				SELECT coalesce(s.cancel_reason, m.cancel_reason) IS NOT NULL AS given_up,
				       coalesce(s.cancel_reason, m.cancel_reason, c.why) AS words
				FROM calendar_entry c LEFT JOIN collective_session s ON s.id = c.session_id
				  LEFT JOIN individual_meeting m ON m.id = c.meeting_id
				WHERE c.id = :id
				""")
			.param("id", id)
			.query((row, n) -> new Why(row.getBoolean("given_up"), row.getString("words")))
			.single();
	}

	/** Who last touched this date, as the history says. */
	Optional<String> changedBy(UUID id) {
		return this.jdbc.sql("""
				SELECT p.given_name || ' ' || p.family_name FROM audit_row a JOIN person p ON p.id = a.actor_id
				WHERE a.subject_id = :id AND p.erased_at IS NULL AND a.what IN ('session.scheduled', 'session.moved',
				  'session.postponed', 'session.cancelled', 'meeting.scheduled', 'meeting.moved', 'meeting.postponed',
				  'meeting.cancelled')
				ORDER BY a.happened_at DESC, a.id DESC LIMIT 1
				""").param("id", id).query(String.class).optional();
	}

	/**
	 * What was said of a change.
	 *
	 * @param givenUp whether the date will not be, rather than wait for another
	 * @param words empty when nobody said why
	 */
	record Why(boolean givenUp, String words) {

		static final Why NONE = new Why(false, "");

	}

}
