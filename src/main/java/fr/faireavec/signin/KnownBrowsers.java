package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers on which somebody came in before: each has a mark, kept as a fingerprint.
 */
@Component
@Transactional
public class KnownBrowsers {

	/** How long a browser is remembered after the last time. */
	public static final Duration MEMORY = Duration.ofDays(395);

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final Clock clock;

	KnownBrowsers(JdbcClient jdbc, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** This browser's mark if that address's account came in on it before. */
	@Transactional(readOnly = true)
	public Optional<String> recognise(@Nullable String mark, String email) {
		if (mark == null || mark.isEmpty()) {
			return Optional.empty();
		}
		String address = Person.normalised(email);
		return this.jdbc.sql("""
				SELECT k.token_hash FROM known_browser k
				JOIN account a ON a.id = k.account_id JOIN person p ON p.id = a.person_id
				WHERE k.token_hash = :hash AND lower(p.email) = :email
				""")
			.param("hash", hash(mark))
			.param("email", (address != null) ? address : "")
			.query(String.class)
			.optional();
	}

	/**
	 * Remembers that an account came in here.
	 * @return the browser's mark, a new one if it had none
	 */
	public String remember(@Nullable String mark, UUID accountId) {
		String kept = (mark != null && mark.length() >= 40 && mark.length() <= 60) ? mark : Token.draw().value();
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc
			.sql("""
					INSERT INTO known_browser (token_hash, account_id, first_at, last_at) VALUES (:hash, :account, :now, :now)
					ON CONFLICT (token_hash, account_id) DO UPDATE SET last_at = :now
					""")
			.param("hash", hash(kept))
			.param("account", accountId)
			.param("now", now)
			.update();
		return kept;
	}

	/** Forgets those of one account: they may be of somebody else than its owner. */
	void forget(UUID accountId) {
		this.jdbc.sql("DELETE FROM known_browser WHERE account_id = :account").param("account", accountId).update();
	}

	/** Forgets the browsers not seen for long: for the retention. */
	public int forgetPast() {
		return this.jdbc.sql("DELETE FROM known_browser WHERE last_at < :then")
			.param("then", Timestamp.from(this.clock.instant().minus(MEMORY)))
			.update();
	}

	private String hash(String mark) {
		return this.sealing.fingerprint("signin.browser", mark);
	}

}
