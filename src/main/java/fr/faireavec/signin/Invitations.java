package fr.faireavec.signin;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that let people in for the first time. Several may be alive for one person
 * (two mandates, two letters); all fall when one is accepted.
 */
@Component
@Transactional
public class Invitations {

	static final Duration LIFETIME = Duration.ofDays(14);

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final CurrentActor actor;

	private final Clock clock;

	Invitations(JdbcClient jdbc, Sealing sealing, CurrentActor actor, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.actor = actor;
		this.clock = clock;
	}

	String issue(UUID accountId) {
		Token token = Token.draw();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO invitation (id, account_id, invited_by, token_hash, issued_at, expires_at)
				VALUES (:id, :account, (SELECT id FROM person WHERE id = :actor), :token, :now, :end)
				""")
			.param("id", Ids.next())
			.param("account", accountId)
			.param("actor", this.actor.personId(), Types.OTHER)
			.param("token", hash(token.value()))
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(LIFETIME)))
			.update();
		return token.value();
	}

	/** What a link says; empty when it leads nowhere. Changes nothing. */
	@Transactional(readOnly = true)
	public Optional<Invitation> look(String token) {
		return this.jdbc
			.sql("""
					SELECT i.account_id, i.expires_at, i.used_at IS NULL AND i.expires_at > :now AND a.disabled_at IS NULL AS alive,
					       a.role IS NOT NULL AS staff, a.accepted_at IS NOT NULL AS known, p.id AS person_id, p.given_name || ' ' || p.family_name AS name, p.email,
					       b.given_name || ' ' || b.family_name AS inviter
					FROM invitation i JOIN account a ON a.id = i.account_id JOIN person p ON p.id = a.person_id
					LEFT JOIN person b ON b.id = i.invited_by
					WHERE i.token_hash = :token
					""")
			.param("token", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> new Invitation(row.getObject("account_id", UUID.class),
					row.getObject("person_id", UUID.class), String.valueOf(row.getString("name")),
					row.getString("email"), row.getString("inviter"), row.getBoolean("staff"), row.getBoolean("known"),
					row.getBoolean("alive"), row.getTimestamp("expires_at").toInstant()))
			.optional();
	}

	/** Uses it up, and the account's others with it; empty when somebody was faster. */
	public Optional<UUID> accept(String token) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Optional<UUID> account = this.jdbc.sql("""
				UPDATE invitation i SET used_at = :now FROM account a
				WHERE i.token_hash = :token AND i.used_at IS NULL AND i.expires_at > :now
				AND a.id = i.account_id AND a.disabled_at IS NULL
				RETURNING i.account_id
				""").param("now", now).param("token", hash(token)).query(UUID.class).optional();
		account.ifPresent(
				(id) -> this.jdbc.sql("UPDATE invitation SET used_at = :now WHERE account_id = :id AND used_at IS NULL")
					.param("now", now)
					.param("id", id)
					.update());
		return account;
	}

	private String hash(String token) {
		return this.sealing.fingerprint("signin.invitation", token);
	}

	/**
	 * Whom a link is for, who made it, and whether it can still be used.
	 *
	 * @param known they have come in before: the link signs in, and changes nothing
	 */
	public record Invitation(UUID accountId, UUID personId, String name, @Nullable String email,
			@Nullable String inviter, boolean staff, boolean known, boolean alive, Instant expiresAt) {
	}

}
