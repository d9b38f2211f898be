package fr.faireavec.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters wait: posted with what they tell, in its transaction, or not at all. */
@Component
public class Outbox {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Outbox(JdbcClient jdbc, Sealing sealing, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.clock = clock;
		this.events = events;
	}

	/** Posts a letter, unless one with its key is already there. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void post(Posting posting) {
		post(posting, this.clock.instant());
	}

	/** The same, to leave at that moment. */
	@Transactional(propagation = Propagation.MANDATORY)
	void post(Posting posting, Instant due) {
		Instant now = this.clock.instant();
		String secret = posting.secret();
		this.jdbc
			.sql("""
					INSERT INTO letter (id, kind, recipient_id, guest_id, subject_id, unique_key, topic, address, secret, state,
					                    posted_at, due_at, attempts)
					VALUES (:id, :kind, :recipient, :guest, :subject, :key, :topic, :address, :secret, 'WAITING', :now, :due, 0)
					ON CONFLICT (unique_key) DO NOTHING
					""")
			.param("id", Ids.next())
			.param("kind", posting.kind())
			.param("recipient", posting.toGuest() ? null : posting.recipientId(), Types.OTHER)
			.param("guest", posting.toGuest() ? posting.recipientId() : null, Types.OTHER)
			.param("subject", posting.subjectId())
			.param("key", posting.key())
			.param("topic", posting.topic())
			.param("address", posting.address(), Types.VARCHAR)
			.param("secret", (secret != null) ? this.sealing.seal(secret) : null, Types.VARCHAR)
			.param("now", Timestamp.from(now))
			.param("due", Timestamp.from(due))
			.update();
		this.events.publishEvent(new PromptSending.Posted());
	}

	/**
	 * Whether the letter of this key left, or is leaving: whoever writes the next one
	 * knows what was read.
	 */
	@Transactional(readOnly = true)
	public boolean hasLeft(String key) {
		return this.jdbc
			.sql("SELECT count(*) > 0 FROM letter WHERE unique_key = :key AND state IN ('IN_PROCESS', 'SENT')")
			.param("key", key)
			.query(Boolean.class)
			.single();
	}

}
