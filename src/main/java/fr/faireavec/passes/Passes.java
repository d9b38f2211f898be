package fr.faireavec.passes;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for one person, or one guest, one purpose and one thing: 256 random bits, found
 * again by their fingerprint, and sealed to be shown again to their holder. One that
 * ended never opens again. Whoever looks one up counts those that lead nowhere, and only
 * those: a whole room behind one address goes in.
 */
@Component
@Transactional
public class Passes {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A link that is read often is noted once in that time. */
	private static final Duration USE = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final Clock clock;

	Passes(JdbcClient jdbc, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.clock = clock;
	}

	/**
	 * The link that is alive for this, or a new one; two at once get the same.
	 * @param until when it stops, or null for one that stays until it is ended
	 */
	public String give(String purpose, UUID holderId, UUID subjectId, @Nullable Instant until) {
		return give(purpose, holderId, null, subjectId, until);
	}

	/**
	 * The same for a guest, who has no sheet here.
	 * @param guestId what the room that gives it knows them by
	 */
	public String giveGuest(String purpose, UUID guestId, UUID subjectId, @Nullable Instant until) {
		return give(purpose, null, guestId, subjectId, until);
	}

	private String give(String purpose, @Nullable UUID holderId, @Nullable UUID guestId, UUID subjectId,
			@Nullable Instant until) {
		String token = draw();
		return this.jdbc
			.sql("""
					INSERT INTO pass (id, purpose, holder_id, guest_id, subject_id, token_hash, token, issued_at, expires_at)
					VALUES (:id, :purpose, :holder, :guest, :subject, :hash, :token, :now, :until)
					ON CONFLICT (purpose, (coalesce(holder_id, guest_id)), subject_id) WHERE ended_at IS NULL
					DO UPDATE SET expires_at = excluded.expires_at
					RETURNING token
					""")
			.param("id", Ids.next())
			.param("purpose", purpose)
			.param("holder", holderId, Types.OTHER)
			.param("guest", guestId, Types.OTHER)
			.param("subject", subjectId)
			.param("hash", fingerprint(purpose, token))
			.param("token", this.sealing.seal(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.param("until", (until != null) ? Timestamp.from(until) : null, Types.TIMESTAMP)
			.query((row, n) -> this.sealing.open(row.getString("token")))
			.single();
	}

	/** The link somebody has for this, if one is alive. */
	@Transactional(readOnly = true)
	public Optional<String> held(String purpose, UUID holderId, UUID subjectId) {
		return this.jdbc
			.sql("""
					SELECT token FROM pass
					WHERE purpose = :purpose AND coalesce(holder_id, guest_id) = :holder AND subject_id = :subject AND ended_at IS NULL
					  AND (expires_at IS NULL OR expires_at > :now)
					""")
			.param("purpose", purpose)
			.param("holder", holderId)
			.param("subject", subjectId)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> this.sealing.open(row.getString("token")))
			.optional();
	}

	/** The links that are alive for one thing, by whom they were given to. */
	@Transactional(readOnly = true)
	public Map<UUID, String> heldAbout(String purpose, UUID subjectId) {
		Map<UUID, String> held = new HashMap<>();
		this.jdbc.sql("""
				SELECT coalesce(holder_id, guest_id) AS holder_id, token FROM pass
				WHERE purpose = :purpose AND subject_id = :subject AND ended_at IS NULL
				  AND (expires_at IS NULL OR expires_at > :now)
				""")
			.param("purpose", purpose)
			.param("subject", subjectId)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((RowCallbackHandler) (row) -> held.put(row.getObject("holder_id", UUID.class),
					this.sealing.open(row.getString("token"))));
		return held;
	}

	/** What a link opens; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Pass> find(String purpose, String token) {
		return this.jdbc.sql("""
				SELECT id, coalesce(holder_id, guest_id) AS holder_id, subject_id FROM pass
				WHERE token_hash = ANY(:hashes) AND purpose = :purpose AND ended_at IS NULL
				  AND (expires_at IS NULL OR expires_at > :now)
				""")
			.param("hashes", fingerprints(purpose, token))
			.param("purpose", purpose)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> new Pass(row.getObject("id", UUID.class), purpose,
					row.getObject("holder_id", UUID.class), row.getObject("subject_id", UUID.class)))
			.optional();
	}

	/** Notes that a link was of use, within the hour. */
	public void noteUse(Pass pass) {
		Instant now = this.clock.instant();
		this.jdbc.sql("UPDATE pass SET used_at = :now WHERE id = :id AND (used_at IS NULL OR used_at < :before)")
			.param("id", pass.id())
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(now.minus(USE)))
			.update();
	}

	/** Whether the link somebody has for this was of use since then. */
	@Transactional(readOnly = true)
	public boolean isUsedSince(String purpose, UUID holderId, UUID subjectId, Instant since) {
		return this.jdbc
			.sql("""
					SELECT count(*) > 0 FROM pass
					WHERE purpose = :purpose AND coalesce(holder_id, guest_id) = :holder AND subject_id = :subject AND ended_at IS NULL
					  AND used_at >= :since
					""")
			.param("purpose", purpose)
			.param("holder", holderId)
			.param("subject", subjectId)
			.param("since", Timestamp.from(since))
			.query(Boolean.class)
			.single();
	}

	/** Ends the link somebody has for this. */
	public void end(String purpose, UUID holderId, UUID subjectId) {
		this.jdbc
			.sql("""
					UPDATE pass SET ended_at = :now
					WHERE purpose = :purpose AND coalesce(holder_id, guest_id) = :holder AND subject_id = :subject AND ended_at IS NULL
					""")
			.param("purpose", purpose)
			.param("holder", holderId)
			.param("subject", subjectId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Ends every link to one thing, whoever has it. */
	public void endAbout(String purpose, UUID subjectId) {
		this.jdbc.sql("""
				UPDATE pass SET ended_at = :now
				WHERE purpose = :purpose AND subject_id = :subject AND ended_at IS NULL
				""")
			.param("purpose", purpose)
			.param("subject", subjectId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Ends every link of this purpose that somebody has. */
	public void endEach(String purpose, UUID holderId) {
		this.jdbc.sql("""
				UPDATE pass SET ended_at = :now
				WHERE purpose = :purpose AND coalesce(holder_id, guest_id) = :holder AND ended_at IS NULL
				""")
			.param("purpose", purpose)
			.param("holder", holderId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Ends every link somebody has, whatever it opens. */
	public void endAll(UUID holderId) {
		this.jdbc
			.sql("UPDATE pass SET ended_at = :now WHERE coalesce(holder_id, guest_id) = :holder AND ended_at IS NULL")
			.param("holder", holderId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private static String draw() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** With the secret of now and, while there is one, with the one before it. */
	private String[] fingerprints(String purpose, String token) {
		return this.sealing.formerFingerprint(purpose, token)
			.map((former) -> new String[] { fingerprint(purpose, token), former })
			.orElseGet(() -> new String[] { fingerprint(purpose, token) });
	}

	private String fingerprint(String purpose, String token) {
		return this.sealing.fingerprint(purpose, token);
	}

}
