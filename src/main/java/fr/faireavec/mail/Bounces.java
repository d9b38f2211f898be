package fr.faireavec.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.kernel.OneLine;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that letters come back from. Kept by address, not by person: a corrected
 * address has none, and one where a letter arrives again is forgotten.
 */
@Component
@Transactional
public class Bounces {

	private static final int LONGEST_STATUS = 20;

	private static final int LONGEST_REASON = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	Bounces(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of these addresses that letters come back from, by address in lower case. */
	@Transactional(readOnly = true)
	public Map<String, Bounce> of(Collection<@Nullable String> addresses) {
		var asked = addresses.stream()
			.filter(Objects::nonNull)
			.map((address) -> address.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		if (asked.isEmpty()) {
			return new HashMap<>();
		}
		return this.jdbc
			.sql("SELECT address, happened_at, status, reason FROM mail_bounce WHERE address IN (:addresses)")
			.param("addresses", asked)
			.query((row, n) -> new Bounce(row.getString("address"), row.getTimestamp("happened_at").toInstant(),
					row.getString("status"), row.getString("reason")))
			.list()
			.stream()
			.collect(Collectors.toMap(Bounce::address, Function.identity()));
	}

	void record(String address, String status, String reason, @Nullable UUID letterId) {
		this.jdbc.sql("""
				INSERT INTO mail_bounce (address, happened_at, status, reason, letter_id)
				VALUES (lower(:address), :now, :status, :reason, :letter)
				ON CONFLICT (address) DO UPDATE SET happened_at = excluded.happened_at, status = excluded.status,
				  reason = excluded.reason, letter_id = excluded.letter_id
				""")
			.param("address", address)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("status", OneLine.of(status, LONGEST_STATUS))
			.param("reason", OneLine.of(reason, LONGEST_REASON))
			.param("letter", letterId, Types.OTHER)
			.update();
	}

	/** Where letters arrive again. */
	void clear(String address) {
		this.jdbc.sql("DELETE FROM mail_bounce WHERE address = lower(:address)").param("address", address).update();
	}

	/** When letters last came back from an address, and what its server said. */
	public record Bounce(String address, Instant at, String status, String reason) {
	}

}
