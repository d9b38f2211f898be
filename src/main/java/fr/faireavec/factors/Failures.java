package fr.faireavec.factors;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.SecurityLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wrong second factors in a row: ten, then a quarter of an hour's rest. Only somebody who
 * has already shown a first factor gets to be counted here, and a passkey opens
 * meanwhile.
 */
@Component
class Failures {

	static final int MOST = 10;

	static final Duration REST = Duration.ofMinutes(15);

	private static final Duration[] RESTS = { REST, Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1) };

	/** After so long without a wrong one the count starts anew. */
	private static final Duration FORGOTTEN = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final SecurityLog log;

	private final Clock clock;

	Failures(JdbcClient jdbc, SecurityLog log, Clock clock) {
		this.jdbc = jdbc;
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Holds the count until the transaction ends: tries at once come one after the other.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void refuseTooMany(UUID accountId) {
		this.jdbc.sql("""
				INSERT INTO second_factor_failure (account_id, failures, since) VALUES (:account, 0, :now)
				ON CONFLICT (account_id) DO NOTHING
				""").param("account", accountId).param("now", Timestamp.from(this.clock.instant())).update();
		this.jdbc.sql("SELECT failures, since FROM second_factor_failure WHERE account_id = :account FOR UPDATE")
			.param("account", accountId)
			.query((row, n) -> rest(row.getInt("failures"))
				.minus(Duration.between(row.getTimestamp("since").toInstant(), this.clock.instant())))
			.optional()
			.filter(Duration::isPositive)
			.ifPresent((left) -> {
				this.log.note("factor.throttled", Map.of("account", accountId));
				throw new Refusal("factors.tooMany", left.plusSeconds(59).toMinutes());
			});
	}

	private static Duration rest(int failures) {
		if (failures == 0 || failures % MOST != 0) {
			return Duration.ZERO;
		}
		return RESTS[Math.min(failures / MOST, RESTS.length) - 1];
	}

	/** Counts one more in a row, or starts anew. */
	@Transactional(propagation = Propagation.MANDATORY)
	void note(UUID accountId, boolean right) {
		this.log.note(right ? "factor.shown" : "factor.refused", Map.of("account", accountId));
		if (right) {
			this.jdbc.sql("DELETE FROM second_factor_failure WHERE account_id = :account")
				.param("account", accountId)
				.update();
			return;
		}
		this.jdbc.sql("""
				INSERT INTO second_factor_failure (account_id, failures, since) VALUES (:account, 1, :now)
				ON CONFLICT (account_id) DO UPDATE
				SET failures = CASE WHEN second_factor_failure.since > :then
				                    THEN second_factor_failure.failures + 1 ELSE 1 END,
				    since = :now
				""")
			.param("account", accountId)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("then", Timestamp.from(this.clock.instant().minus(FORGOTTEN)))
			.update();
	}

}
