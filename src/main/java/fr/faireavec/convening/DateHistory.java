package fr.faireavec.convening;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed a date, and why it was given up. */
@Component
class DateHistory {

	private final JdbcClient jdbc;

	DateHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Why a day or a meeting was given up; empty for one that waits for another date. */
	Optional<String> reason(UUID id) {
		return this.jdbc.sql("""
				SELECT cancel_reason FROM collective_session WHERE id = :id AND cancel_reason IS NOT NULL
				UNION ALL SELECT cancel_reason FROM individual_meeting WHERE id = :id AND cancel_reason IS NOT NULL
				""").param("id", id).query(String.class).optional();
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

}
