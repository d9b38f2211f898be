package fr.faireavec.signin;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that let people in for the first time. Several may be alive for one person
 * (two mandates, two letters); all fall when one is accepted. One that was handed out is
 * worth what its giver may still give: it is asked again when it is used.
 */
@Component
@Transactional
public class Invitations {

	private static final Duration LIFETIME = Duration.ofDays(14);

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final CurrentActor actor;

	private final Reach reach;

	private final Clock clock;

	Invitations(JdbcClient jdbc, Sealing sealing, CurrentActor actor, Reach reach, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.actor = actor;
		this.reach = reach;
		this.clock = clock;
	}

	/**
	 * The last day of a link issued at that moment, as the letter that brings it says.
	 */
	public static LocalDate lastDay(Instant issued) {
		return issued.plus(LIFETIME).atZone(Zones.PARIS).toLocalDate();
	}

	/**
	 * @param handed given to somebody who will pass it on, not written to its owner
	 */
	String issue(UUID accountId, boolean handed) {
		Token token = Token.draw();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO invitation (id, account_id, invited_by, handed, token_hash, issued_at, expires_at)
				VALUES (:id, :account, (SELECT id FROM person WHERE id = :actor), :handed, :token, :now, :end)
				""")
			.param("id", Ids.next())
			.param("account", accountId)
			.param("actor", this.actor.personId(), Types.OTHER)
			.param("handed", handed)
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
					SELECT i.account_id, i.handed, i.invited_by, i.used_at IS NULL AND i.ended_at IS NULL
					         AND i.expires_at > :now AND a.disabled_at IS NULL AS alive,
					       a.role IS NOT NULL AS staff, a.accepted_at IS NOT NULL AS known, p.id AS person_id,
					       p.given_name || ' ' || p.family_name AS name, p.email, b.given_name || ' ' || b.family_name AS inviter
					FROM invitation i JOIN account a ON a.id = i.account_id JOIN person p ON p.id = a.person_id
					LEFT JOIN person b ON b.id = i.invited_by
					WHERE i.token_hash = :token
					""")
			.param("token", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> {
				UUID personId = row.getObject("person_id", UUID.class);
				boolean handed = row.getBoolean("handed");
				boolean alive = row.getBoolean("alive")
						&& (!handed || mayStillGive(row.getObject("invited_by", UUID.class), personId));
				return new Invitation(row.getObject("account_id", UUID.class), personId,
						String.valueOf(row.getString("name")), row.getString("email"), row.getString("inviter"), handed,
						row.getObject("invited_by", UUID.class), row.getBoolean("staff"), row.getBoolean("known"),
						alive);
			})
			.optional();
	}

	/** Printed on the console, it has no giver: whoever reads that holds the house. */
	private boolean mayStillGive(@Nullable UUID giver, UUID personId) {
		return giver == null || this.reach.covers(giver, personId);
	}

	/**
	 * Ends for good the links handed out by those who may hand them out no more: should
	 * they see as much again one day, they make another one.
	 */
	void endBeyondReach(UUID personId) {
		this.jdbc.sql("""
				SELECT i.id, i.invited_by FROM invitation i JOIN account a ON a.id = i.account_id
				WHERE a.person_id = :person AND i.handed AND i.used_at IS NULL AND i.ended_at IS NULL
				""")
			.param("person", personId)
			.query((row, n) -> mayStillGive(row.getObject("invited_by", UUID.class), personId) ? null
					: row.getObject("id", UUID.class))
			.list()
			.stream()
			.filter(Objects::nonNull)
			.forEach((id) -> this.jdbc
				.sql("UPDATE invitation SET ended_at = :now, ended_because = 'SEAT' WHERE id = :id")
				.param("now", Timestamp.from(this.clock.instant()))
				.param("id", id)
				.update());
	}

	/** Uses it up, and the account's others with it; empty when somebody was faster. */
	Optional<UUID> accept(String token) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Optional<UUID> account = this.jdbc.sql("""
				UPDATE invitation i SET used_at = :now FROM account a
				WHERE i.token_hash = :token AND i.used_at IS NULL AND i.ended_at IS NULL
				AND i.expires_at > :now AND a.id = i.account_id AND a.disabled_at IS NULL
				RETURNING i.account_id
				""").param("now", now).param("token", hash(token)).query(UUID.class).optional();
		account.ifPresent((id) -> this.jdbc
			.sql("UPDATE invitation SET used_at = :now WHERE account_id = :id AND used_at IS NULL AND ended_at IS NULL")
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
	 * @param handed it was given to somebody to pass on
	 * @param giver who made it; null on the console
	 * @param known they have come in before: the link signs in, and changes nothing
	 */
	public record Invitation(UUID accountId, UUID personId, String name, @Nullable String email,
			@Nullable String inviter, boolean handed, @Nullable UUID giver, boolean staff, boolean known,
			boolean alive) {
	}

}
