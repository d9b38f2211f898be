package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is tried, in PostgreSQL, so that all instances count together: one
 * statement, taken before the attempt, so that a thousand at once are a thousand.
 *
 * <p>
 * Nobody is locked out by somebody else. What is counted is the address typed, known here
 * or not, so that the answer tells nothing. Whoever guesses somebody's password fills
 * three counters: that address from their network, that address from anywhere, their
 * network. The owner on a browser where they came in before has a counter of their own,
 * which nobody else can fill; elsewhere, the letters have other counters than the
 * passwords, so that the mailed way and a passkey stay open whatever happens to the
 * password. What succeeds is not counted. Only fingerprints are kept.
 *
 * <p>
 * Counts are kept whatever becomes of the caller's work, so in a transaction of their
 * own. Callers hold none, or each attempt would take two connections of the pool: only
 * controllers, which open no transaction, count.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooManyTries.class)
public class Throttle {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final Clock clock;

	Throttle(JdbcClient jdbc, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.clock = clock;
	}

	/**
	 * Counts one attempt.
	 * @throws TooManyTries beyond what this gate allows, counted nonetheless
	 */
	public void pass(Gate gate, Attempt attempt) {
		Map<String, Integer> limits = counters(gate, attempt);
		Instant now = this.clock.instant();
		Instant[] refusedUntil = new Instant[1];
		this.jdbc.sql("""
				INSERT INTO throttle (key_hash, hits, until)
				SELECT k, 1, :until FROM unnest(:keys) k ORDER BY k
				ON CONFLICT (key_hash) DO UPDATE
				SET hits = CASE WHEN throttle.until <= :now THEN 1 ELSE least(throttle.hits + 1, 1000000) END,
				    until = CASE WHEN throttle.until <= :now THEN excluded.until ELSE throttle.until END
				RETURNING key_hash, hits, until
				""")
			.param("keys", limits.keySet().toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(now.plus(gate.window())))
			.query((row) -> {
				int limit = limits.getOrDefault(row.getString("key_hash"), 0);
				Instant until = row.getTimestamp("until").toInstant();
				if (row.getInt("hits") > limit && (refusedUntil[0] == null || until.isAfter(refusedUntil[0]))) {
					refusedUntil[0] = until;
				}
			});
		if (refusedUntil[0] != null) {
			throw new TooManyTries(gate, refusedUntil[0]);
		}
	}

	/** Takes one attempt back: it succeeded. */
	public void forgive(Gate gate, Attempt attempt) {
		this.jdbc.sql("UPDATE throttle SET hits = greatest(hits - 1, 0) WHERE key_hash = ANY(:keys)")
			.param("keys", counters(gate, attempt).keySet().toArray(String[]::new))
			.update();
	}

	/** Forgets the windows that are over: for the retention. */
	public int forgetPast() {
		return this.jdbc.sql("DELETE FROM throttle WHERE until <= :now")
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private Map<String, Integer> counters(Gate gate, Attempt attempt) {
		Map<String, Integer> counters = new LinkedHashMap<>();
		String address = Person.normalised(attempt.address());
		if (attempt.browser() != null) {
			counters.put(key(gate, "browser", attempt.browser() + " " + address), gate.here());
			return counters;
		}
		counters.put(key(gate, "network", attempt.network()), gate.network());
		if (address != null) {
			counters.put(key(gate, "here", attempt.network() + " " + address), gate.here());
			counters.put(key(gate, "anywhere", address), gate.anywhere());
		}
		return counters;
	}

	private String key(Gate gate, String what, String who) {
		return this.sealing.fingerprint("throttle", gate + " " + what + " " + who);
	}

	/**
	 * Who tries: the address typed, if any, the network they come from, and the mark of a
	 * browser on which that account came in before.
	 */
	public record Attempt(@Nullable String address, String network, @Nullable String browser) {

		/** About nobody in particular. */
		public static Attempt from(String network) {
			return new Attempt(null, network, null);
		}

		/** By somebody who is signed in, wherever they are, about this address. */
		public static Attempt by(Viewer viewer, String address) {
			return new Attempt(address, "person " + viewer.personId(), null);
		}

	}

}
