package fr.faireavec.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets what is past its time, batch by batch, each in a transaction of its own: cut
 * off, the next night goes on. Each run is noted with its counts.
 */
@Component
public class Retaining {

	private static final Logger log = LoggerFactory.getLogger(Retaining.class);

	/** Noted instead of a count. */
	static final int FAILED = -1;

	private static final int BATCH = 500;

	private final List<Expiry> expiries;

	private final IdleForgetting idle;

	private final EvidenceForgetting evidence;

	private final Keeping keeping;

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Retaining(List<Expiry> expiries, IdleForgetting idle, EvidenceForgetting evidence, Keeping keeping,
			TransactionOperations transactions, JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.expiries = expiries.stream().sorted(Comparator.comparing(Expiry::name)).toList();
		this.idle = idle;
		this.evidence = evidence;
		this.keeping = keeping;
		this.transactions = transactions;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * One night's work; a kind that fails does not keep the others from being forgotten.
	 */
	public Map<String, Integer> run() {
		Instant now = this.clock.instant();
		Expiry.Terms terms = new Expiry.Terms(now, this.keeping.attendance(), this.keeping.letters(),
				this.keeping.audit());
		Map<String, Integer> counts = new LinkedHashMap<>();
		count(counts, "privacy.warned", () -> this.idle.warn(terms));
		count(counts, "privacy.forgotten", () -> this.idle.forget(terms));
		count(counts, "privacy.announced", () -> this.evidence.announce(terms));
		for (EvidenceExpiry expiry : this.evidence.kinds()) {
			count(counts, expiry.name(), () -> forgotten(expiry, terms, counts));
		}
		for (Expiry expiry : this.expiries) {
			count(counts, expiry.name(), () -> expire(expiry, terms));
		}
		this.transactions.executeWithoutResult((status) -> note(now, counts));
		return counts;
	}

	private void count(Map<String, Integer> counts, String what, java.util.function.IntSupplier forgetting) {
		try {
			counts.put(what, forgetting.getAsInt());
		}
		catch (RuntimeException ex) {
			log.error("Could not forget {}", what, ex);
			counts.put(what, FAILED);
		}
	}

	/** What could not be announced tonight is not forgotten either. */
	private int forgotten(EvidenceExpiry expiry, Expiry.Terms terms, Map<String, Integer> counts) {
		return (counts.getOrDefault("privacy.announced", FAILED) == FAILED) ? 0 : this.evidence.forget(expiry, terms);
	}

	private int expire(Expiry expiry, Expiry.Terms terms) {
		int all = 0;
		int forgotten = BATCH;
		while (forgotten == BATCH && !Thread.currentThread().isInterrupted()) {
			Integer batch = this.transactions.execute((status) -> {
				this.jdbc.sql("SET LOCAL statement_timeout = '10min'").update();
				return expiry.forget(terms, BATCH);
			});
			forgotten = (batch != null) ? batch : 0;
			all += forgotten;
		}
		return all;
	}

	private void note(Instant now, Map<String, Integer> counts) {
		this.jdbc.sql("INSERT INTO retention_run (id, ran_at, counts) VALUES (:id, :at, :counts::jsonb)")
			.param("id", Ids.next())
			.param("at", Timestamp.from(now))
			.param("counts", this.json.writeValueAsString(counts))
			.update();
	}

}
