package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.accounts.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody came in. */
@Component
@Transactional
public class Arriving {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Arriving(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The first time counts as accepting the invitation: whoever comes in another way
	 * needs none any more.
	 * @return whether it was the first time
	 */
	public boolean note(Viewer viewer) {
		UUID account = viewer.accountId();
		Timestamp now = Timestamp.from(this.clock.instant());
		boolean first = this.jdbc
			.sql("UPDATE account SET accepted_at = :now, version = version + 1 WHERE id = :id AND accepted_at IS NULL")
			.param("now", now)
			.param("id", account)
			.update() == 1;
		if (first) {
			this.jdbc.sql(
					"UPDATE invitation SET used_at = :now WHERE account_id = :id AND used_at IS NULL AND ended_at IS NULL")
				.param("now", now)
				.param("id", account)
				.update();
			this.events.publishEvent(new Noted("account.accepted", viewer.personId(), null, viewer.name()));
		}
		return first;
	}

	/** They came in by a letter: their mailbox is theirs. */
	public void proveMailbox(UUID personId) {
		this.jdbc.sql("""
				UPDATE person SET email_proved_at = :now, version = version + 1
				WHERE id = :id AND email IS NOT NULL AND email_proved_at IS NULL
				""").param("now", Timestamp.from(this.clock.instant())).param("id", personId).update();
	}

}
