package fr.faireavec.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out the letters that are due, each to one sender at a time, and notes what became
 * of them. A lease is committed before anything is sent and its result after: whoever
 * dies in between leaves a lease that runs out, and the letter is tried again under the
 * Message-ID it had. So it can arrive twice in one case alone, a death between the mail
 * server's « 250 » and the commit that notes it.
 */
@Component
@Transactional
class Leases {

	/**
	 * Longer than the slowest conversation with a mail server that the timeouts allow.
	 */
	static final Duration LEASE = Duration.ofMinutes(5);

	private static final int LONGEST_PROBLEM = 500;

	private final JdbcClient jdbc;

	private final BaseUrl base;

	private final Clock clock;

	Leases(JdbcClient jdbc, BaseUrl base, Clock clock) {
		this.jdbc = jdbc;
		this.base = base;
		this.clock = clock;
	}

	/**
	 * The next letter due; never one whose earlier sister, to the same person about the
	 * same topic, has not been settled yet.
	 */
	Optional<Lease> next() {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					UPDATE letter SET state = 'IN_PROCESS', leased_until = :until, attempts = attempts + 1,
					  message_id = COALESCE(message_id, '<' || id || '@' || :host || '>')
					WHERE id = (
					  SELECT l.id FROM letter l
					  WHERE ((l.state IN ('WAITING', 'RETRY') AND l.due_at <= :now)
					      OR (l.state = 'IN_PROCESS' AND l.leased_until <= :now))
					    AND NOT EXISTS (SELECT FROM letter earlier
					      WHERE coalesce(earlier.recipient_id, earlier.guest_id) = coalesce(l.recipient_id, l.guest_id)
					        AND earlier.topic = l.topic AND earlier.position < l.position AND earlier.state IN ('WAITING', 'IN_PROCESS', 'RETRY'))
					  ORDER BY l.due_at, l.position LIMIT 1 FOR UPDATE SKIP LOCKED)
					RETURNING id, kind, coalesce(recipient_id, guest_id) AS recipient_id, guest_id IS NOT NULL AS to_guest, subject_id, address, secret, posted_at, attempts, message_id
					""")
			.param("until", Timestamp.from(now.plus(LEASE)))
			.param("now", Timestamp.from(now))
			.param("host", this.base.host())
			.query((row, n) -> lease(row))
			.optional();
	}

	/** It left; what it carried is forgotten. */
	void sent(Lease lease, String address) {
		settle(lease, "SENT", address, null);
	}

	/** Nobody needs it any more. */
	void obsolete(Lease lease, String why) {
		settle(lease, "OBSOLETE", null, why);
	}

	/** It is said with others, in the letter of that Monday. */
	void gathered(Lease lease, LocalDate monday) {
		this.jdbc.sql("""
				UPDATE letter SET state = 'OBSOLETE', leased_until = NULL, settled_at = :now, secret = NULL,
				  gathered_for = :monday, problem = 'said in the weekly letter'
				WHERE id = :id AND state = 'IN_PROCESS' AND attempts = :attempts
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("monday", monday)
			.param("id", lease.id())
			.param("attempts", lease.attempts())
			.update();
	}

	/** Only a person can help now. */
	void dead(Lease lease, @Nullable String address, String why) {
		settle(lease, "DEAD", address, why);
	}

	/** Tried again later, or given up after the last attempt. */
	void later(Lease lease, String why) {
		if (lease.attempts() >= Patience.ATTEMPTS) {
			dead(lease, null, why);
			return;
		}
		this.jdbc.sql("""
				UPDATE letter SET state = 'RETRY', leased_until = NULL, due_at = :due, problem = :why
				WHERE id = :id AND state = 'IN_PROCESS' AND attempts = :attempts
				""")
			.param("due", Timestamp.from(this.clock.instant().plus(Patience.after(lease.attempts()))))
			.param("why", shortened(why))
			.param("id", lease.id())
			.param("attempts", lease.attempts())
			.update();
	}

	/** Where it went, and what was answered there. */
	void forgetAddress(Lease lease) {
		this.jdbc.sql("""
				UPDATE letter SET address = NULL, sent_to = NULL, problem = NULL
				WHERE id = :id AND settled_at IS NOT NULL""").param("id", lease.id()).update();
	}

	private void settle(Lease lease, String state, @Nullable String address, @Nullable String why) {
		this.jdbc.sql("""
				UPDATE letter SET state = :state, leased_until = NULL, settled_at = :now, problem = :why,
				  sent_to = COALESCE(:address, sent_to), secret = CASE WHEN :state = 'DEAD' THEN secret END
				WHERE id = :id AND state = 'IN_PROCESS' AND attempts = :attempts
				""")
			.param("state", state)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("why", (why != null) ? shortened(why) : null, Types.VARCHAR)
			.param("address", address, Types.VARCHAR)
			.param("id", lease.id())
			.param("attempts", lease.attempts())
			.update();
	}

	private static String shortened(String why) {
		return why.substring(0, Math.min(why.length(), LONGEST_PROBLEM));
	}

	private static Lease lease(ResultSet row) throws SQLException {
		return new Lease(row.getObject("id", UUID.class), row.getString("kind"),
				row.getObject("recipient_id", UUID.class), row.getObject("subject_id", UUID.class),
				row.getString("address"), row.getString("secret"),
				Objects.requireNonNull(row.getTimestamp("posted_at")).toInstant(), row.getInt("attempts"),
				row.getString("message_id"), row.getBoolean("to_guest"));
	}

	/** A letter in one sender's hands, at its how-manieth attempt; its secret sealed. */
	record Lease(UUID id, String kind, UUID recipientId, UUID subjectId, @Nullable String address,
			@Nullable String secret, Instant postedAt, int attempts, String messageId, boolean toGuest) {
	}

}
