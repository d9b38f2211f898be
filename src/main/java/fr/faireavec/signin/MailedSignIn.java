package fr.faireavec.signin;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

	private final SignInLookup lookup;

	private final QuietPost post;

	private final Sealing sealing;

	private final Clock clock;

	MailedSignIn(JdbcClient jdbc, SignInLookup lookup, QuietPost post, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.post = post;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** Whether this browser asked for this address less than a minute ago. */
	@Transactional(readOnly = true)
	public boolean hasJustAsked(@Nullable UUID request, String email) {
		return request != null && this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM sign_in_request
				               WHERE id = :id AND address_hash = :address AND used_at IS NULL AND asked_at > :then)
				""")
			.param("id", request)
			.param("address", address(email))
			.param("then", Timestamp.from(this.clock.instant().minus(PATIENCE)))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Sends a link and a code to this address, if somebody has it. The work is the same
	 * if nobody does.
	 * @return the request's id, for the session of the browser that asks
	 */
	public UUID ask(String email) {
		Optional<SignInLookup.Addressee> known = this.lookup.addressee(email);
		// Not a UUID of a moment: this one must not be guessed.
		UUID id = UUID.randomUUID();
		Token token = Token.draw();
		String code = Token.code();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO sign_in_request (id, account_id, address_hash, token_hash, code_hash, asked_at, expires_at)
				VALUES (:id, :account, :address, :token, :code, :now, :end)
				""")
			.param("id", id)
			.param("account", known.map(SignInLookup.Addressee::accountId).orElse(null), Types.OTHER)
			.param("address", address(email))
			.param("token", hash(token.value()))
			.param("code", codeHash(id, code))
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(LIFETIME)))
			.update();
		this.post.post(SignInLetter.KIND, known, id, token.value() + "\n" + code);
		return id;
	}

	/** Whether this link is the one this browser asked for, and may still be used. */
	@Transactional(readOnly = true)
	public LinkState look(@Nullable UUID request, String token) {
		return this.jdbc.sql("""
				SELECT id, used_at IS NULL AND expires_at > :now AS alive FROM sign_in_request WHERE token_hash = :token
				""")
			.param("token", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> row.getBoolean("alive")
					? (row.getObject("id", UUID.class).equals(request) ? LinkState.HERE : LinkState.ELSEWHERE)
					: LinkState.OVER)
			.optional()
			.orElse(LinkState.UNKNOWN);
	}

	/** Uses the link up. */
	public Optional<UUID> useLink(@Nullable UUID request, String token) {
		if (request == null) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				UPDATE sign_in_request SET used_at = :now
				WHERE id = :id AND token_hash = :token AND used_at IS NULL AND expires_at > :now
				RETURNING account_id
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", request)
			.param("token", hash(token))
			.query((row, n) -> Optional.ofNullable(row.getObject("account_id", UUID.class)))
			.optional()
			.flatMap((account) -> account);
	}

	/**
	 * Tries a code; a right one uses the request up, and so does the fifth wrong one.
	 * @param email the address the wrong codes are counted for: a request of another one
	 * takes no code
	 */
	public Tried tryCode(UUID request, String email, String code) {
		return this.jdbc.sql("""
				UPDATE sign_in_request SET attempts = attempts + 1,
				  used_at = CASE WHEN code_hash = :code AND account_id IS NOT NULL THEN cast(:now AS timestamptz) END
				WHERE id = :id AND address_hash = :address
				AND used_at IS NULL AND attempts < :most AND expires_at > :now
				RETURNING CASE WHEN used_at IS NOT NULL THEN account_id END AS account_id, :most - attempts AS remain
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", request)
			.param("address", address(email))
			.param("code", codeHash(request, code))
			.param("most", MOST_TRIES)
			.query((row, n) -> new Tried(row.getObject("account_id", UUID.class), row.getInt("remain")))
			.optional()
			.orElse(new Tried(null, 0));
	}

	/** Forgets what can no longer be used: for the retention. */
	public int forgetPast() {
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc.sql("DELETE FROM letter_to_nobody WHERE posted_at < :then")
			.param("then", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.update();
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

	/** Whose account the code opens, or how many tries remain. */
	public record Tried(@Nullable UUID accountId, int remain) {
	}

}
