package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in by a letter that holds a link and a code: for ten minutes, once, in the
 * browser that asked. Opening the link uses nothing up, as mail scanners open links too.
 */
@Component
@Transactional
public class MailedSignIn {

	public static final Duration LIFETIME = Duration.ofMinutes(10);

	/** Asking again sooner sends nothing new. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	static final int MOST_TRIES = 5;

	private final JdbcClient jdbc;

	private final AskedLetters letters;

	private final Sealing sealing;

	private final Clock clock;

	MailedSignIn(JdbcClient jdbc, AskedLetters letters, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.letters = letters;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** Whether this browser asked for this address less than a minute ago. */
	@Transactional(readOnly = true)
	public boolean hasJustAsked(@Nullable UUID request, String email) {
		return request != null && this.jdbc
			.sql("""
					SELECT EXISTS (SELECT 1 FROM sign_in_request
					               WHERE id = :id AND address_hash = :address AND used_at IS NULL AND ended_at IS NULL AND asked_at > :then)
					""")
			.param("id", request)
			.param("address", address(email))
			.param("then", Timestamp.from(this.clock.instant().minus(PATIENCE)))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Asks for a link and a code, to leave if somebody has this address.
	 * @return the request's id, for the session of the browser that asks
	 */
	public UUID ask(String email) {
		// Not a UUID of a moment: this one must not be guessed.
		UUID id = UUID.randomUUID();
		Token token = Token.draw();
		String code = Token.code();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO sign_in_request (id, address_hash, token_hash, code_hash, asked_at, expires_at)
				VALUES (:id, :address, :token, :code, :now, :end)
				""")
			.param("id", id)
			.param("address", address(email))
			.param("token", hash(token.value()))
			.param("code", codeHash(id, code))
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(LIFETIME)))
			.update();
		this.letters.ask(SignInLetter.KIND, email, id, token.value() + "\n" + code);
		return id;
	}

	/**
	 * Whether this link is one this browser asked for, and may still be used.
	 * @param requests those it asked for, the last one first
	 */
	@Transactional(readOnly = true)
	public LinkState look(List<UUID> requests, String token) {
		return this.jdbc
			.sql("""
					SELECT id, used_at IS NULL AND ended_at IS NULL AND expires_at > :now AS alive FROM sign_in_request WHERE token_hash = :token
					""")
			.param("token", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> row.getBoolean("alive")
					? (requests.contains(row.getObject("id", UUID.class)) ? LinkState.HERE : LinkState.ELSEWHERE)
					: LinkState.OVER)
			.optional()
			.orElse(LinkState.UNKNOWN);
	}

	/** Uses the link up. */
	public Optional<UUID> useLink(List<UUID> requests, String token) {
		return this.jdbc
			.sql("""
					UPDATE sign_in_request SET used_at = :now
					WHERE id = ANY(:ids) AND token_hash = :token AND used_at IS NULL AND ended_at IS NULL AND expires_at > :now
					RETURNING account_id
					""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("ids", requests.toArray(UUID[]::new))
			.param("token", hash(token))
			.query((row, n) -> Optional.ofNullable(row.getObject("account_id", UUID.class)))
			.optional()
			.flatMap((account) -> account);
	}

	/**
	 * Tries a code on the last request; a right one uses it up, and so does the fifth
	 * wrong one. The code of an earlier letter opens nothing, so that asking for more
	 * letters gives no more guesses, but is told from a wrong one.
	 * @param requests those this browser asked for, the last one first
	 * @param email the address the wrong codes are counted for: a request of another one
	 * takes no code
	 */
	public Tried tryCode(List<UUID> requests, String email, String code) {
		UUID request = requests.getFirst();
		Tried tried = this.jdbc
			.sql("""
					UPDATE sign_in_request SET attempts = attempts + 1,
					  used_at = CASE WHEN code_hash = :code AND account_id IS NOT NULL THEN cast(:now AS timestamptz) END
					WHERE id = :id AND address_hash = :address
					AND used_at IS NULL AND ended_at IS NULL AND attempts < :most AND expires_at > :now
					RETURNING CASE WHEN used_at IS NOT NULL THEN account_id END AS account_id, :most - attempts AS remain, asked_at
					""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", request)
			.param("address", address(email))
			.param("code", codeHash(request, code))
			.param("most", MOST_TRIES)
			.query((row, n) -> new Tried(row.getObject("account_id", UUID.class), row.getInt("remain"),
					row.getTimestamp("asked_at").toInstant()))
			.optional()
			.orElse(new Tried(null, 0, null));
		return isOfAnEarlier(requests.subList(1, requests.size()), email, code) ? tried
				: new Tried(tried.accountId(), tried.remain(), null);
	}

	private boolean isOfAnEarlier(List<UUID> earlier, String email, String code) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM sign_in_request
				               WHERE id = ANY(:ids) AND address_hash = :address AND code_hash = ANY(:codes))
				""")
			.param("ids", earlier.toArray(UUID[]::new))
			.param("address", address(email))
			.param("codes", earlier.stream().map((id) -> codeHash(id, code)).toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	/** Forgets what can no longer be used: for the retention. */
	public int forgetPast() {
		Timestamp now = Timestamp.from(this.clock.instant());
		this.letters.forgetPast();
		this.jdbc.sql("DELETE FROM password_reset WHERE expires_at < :now").param("now", now).update();
		return this.jdbc.sql("DELETE FROM sign_in_request WHERE expires_at < :now").param("now", now).update();
	}

	private String address(String email) {
		return this.sealing.fingerprint("signin.address", String.valueOf(Person.normalised(email)));
	}

	private String hash(String token) {
		return this.sealing.fingerprint("signin.link", token);
	}

	private String codeHash(UUID request, String code) {
		return this.sealing.fingerprint("signin.code", request + " " + code.replaceAll("\\s", ""));
	}

	/** What a link is worth in the browser that opened it. */
	public enum LinkState {

		HERE, ELSEWHERE, OVER, UNKNOWN

	}

	/**
	 * Whose account the code opens, or how many tries remain.
	 *
	 * @param newerAt when the last letter was asked for, if this code is an earlier one's
	 */
	public record Tried(@Nullable UUID accountId, int remain, @Nullable Instant newerAt) {
	}

}
