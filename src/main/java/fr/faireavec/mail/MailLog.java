package fr.faireavec.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was posted and what became of it: sent once more, or forgotten. */
@Component
@Transactional
public class MailLog {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Postman postman;

	MailLog(JdbcClient jdbc, Clock clock, Postman postman) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.postman = postman;
	}

	/** Whether letters leave at all; without a mail server they wait. */
	public boolean isSending() {
		return this.postman.isReady();
	}

	/** When the letters that wait were posted, the first moment first. */
	@Transactional(readOnly = true)
	public List<Instant> waitingSince() {
		return this.jdbc.sql("SELECT DISTINCT posted_at FROM letter WHERE state = 'WAITING' ORDER BY posted_at")
			.query((row, n) -> Objects.requireNonNull(row.getTimestamp("posted_at")).toInstant())
			.list();
	}

	/**
	 * Gives a dead letter all its attempts again, from now on.
	 * @return whom it is for
	 * @throws Refusal when it is not dead
	 */
	public UUID resend(UUID letterId) {
		UUID recipient = this.jdbc.sql("SELECT coalesce(recipient_id, guest_id) FROM letter WHERE id = :id")
			.param("id", letterId)
			.query(UUID.class)
			.optional()
			.orElseThrow(NotFound::new);
		int changed = this.jdbc.sql("""
				UPDATE letter SET state = 'RETRY', attempts = 0, due_at = :now, settled_at = NULL
				WHERE id = :id AND state = 'DEAD'
				""").param("now", Timestamp.from(this.clock.instant())).param("id", letterId).update();
		if (changed == 0) {
			throw new Refusal("mail.resend.notDead");
		}
		return recipient;
	}

	/**
	 * Forgets the letters settled before that moment, and the bounces and reports older
	 * than it.
	 * @return how many letters
	 */
	public int forgetSettledBefore(Instant moment) {
		Timestamp before = Timestamp.from(moment);
		this.jdbc.sql("DELETE FROM mail_bounce WHERE happened_at < :before").param("before", before).update();
		this.jdbc.sql("DELETE FROM mail_report WHERE heard_at < :before").param("before", before).update();
		return this.jdbc.sql("DELETE FROM letter WHERE settled_at < :before").param("before", before).update();
	}

}
