package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Posts a letter to whoever has an address, or does the same work for nobody: how long an
 * answer takes must not tell who is known here.
 */
@Component
class QuietPost {

	private final Outbox outbox;

	private final Sealing sealing;

	private final JdbcClient jdbc;

	private final Clock clock;

	QuietPost(Outbox outbox, Sealing sealing, JdbcClient jdbc, Clock clock) {
		this.outbox = outbox;
		this.sealing = sealing;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void post(String kind, Optional<SignInLookup.Addressee> addressee, UUID subject, String secret) {
		if (addressee.isPresent()) {
			this.outbox.post(Posting.of(kind, addressee.get().personId(), subject).with(secret));
			return;
		}
		this.jdbc.sql("INSERT INTO letter_to_nobody (id, kind, secret, posted_at) VALUES (:id, :kind, :secret, :now)")
			.param("id", Ids.next())
			.param("kind", kind)
			.param("secret", this.sealing.seal(secret))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
