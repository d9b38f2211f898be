package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters asked for by an address typed. The request does the same for every address: one
 * row, looked at by nobody. Whether somebody has it is found out after the answer, by
 * {@link PromptAnswering}, so that neither what is said nor how long it takes tells.
 */
@Component
@Transactional
class AskedLetters {

	/** What was not answered by then would hold a code that is over. */
	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private final SignInLookup lookup;

	private final Outbox outbox;

	private final Sealing sealing;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AskedLetters(SignInLookup lookup, Outbox outbox, Sealing sealing, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.lookup = lookup;
		this.outbox = outbox;
		this.sealing = sealing;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param subject the sign-in or the reset it is about, which nobody's account has yet
	 */
	void ask(String kind, String email, UUID subject, String secret) {
		this.jdbc.sql("""
				INSERT INTO letter_asked (id, kind, subject_id, address, secret, asked_at)
				VALUES (:id, :kind, :subject, :address, :secret, :now)
				""")
			.param("id", Ids.next())
			.param("kind", kind)
			.param("subject", subject)
			.param("address", this.sealing.seal(email))
			.param("secret", this.sealing.seal(secret))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new PromptAnswering.Asked());
	}

	/**
	 * Answers the first one that nobody is answering: posts its letter if somebody has
	 * the address.
	 * @return false when none was left
	 */
	boolean answerNext() {
		return this.jdbc.sql("""
				DELETE FROM letter_asked WHERE id = (
				  SELECT id FROM letter_asked ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
				RETURNING kind, subject_id, address, secret
				""")
			.query((row, n) -> new Asked(row.getString("kind"), row.getObject("subject_id", UUID.class),
					this.sealing.open(row.getString("address")), this.sealing.open(row.getString("secret"))))
			.optional()
			.map(this::answer)
			.isPresent();
	}

	private Asked answer(Asked asked) {
		Optional<SignInLookup.Addressee> known = this.lookup.heldAddressee(asked.address());
		known.ifPresent((addressee) -> {
			String table = SignInLetter.KIND.equals(asked.kind()) ? "sign_in_request" : "password_reset";
			this.jdbc.sql("UPDATE " + table + " SET account_id = :account WHERE id = :subject AND account_id IS NULL")
				.param("account", addressee.accountId())
				.param("subject", asked.subject())
				.update();
			this.outbox.post(Posting.of(asked.kind(), addressee.personId(), asked.subject()).with(asked.secret()));
		});
		return asked;
	}

	/** Forgets what was left unanswered: for the retention. */
	int forgetPast() {
		return this.jdbc.sql("DELETE FROM letter_asked WHERE asked_at < :then")
			.param("then", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.update();
	}

	/** One of them, opened. */
	private record Asked(String kind, UUID subject, String address, String secret) {
	}

}
