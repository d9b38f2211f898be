package fr.faireavec.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
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

	private static final int BATCH = 500;

	private static final int IDLE_BATCH = 50;

	private final List<Expiry> expiries;

	private final IdlePeople idle;

	private final Erasing erasing;

	private final Keeping keeping;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Retaining(List<Expiry> expiries, IdlePeople idle, Erasing erasing, Keeping keeping, Outbox outbox,
			TransactionOperations transactions, JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.expiries = expiries.stream().sorted(Comparator.comparing(Expiry::name)).toList();
		this.idle = idle;
		this.erasing = erasing;
		this.keeping = keeping;
		this.outbox = outbox;
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
		count(counts, "privacy.warned", () -> warn(terms));
		count(counts, "privacy.forgotten", () -> forgetIdle(terms));
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
			counts.put(what, -1);
		}
	}

	private int expire(Expiry expiry, Expiry.Terms terms) {
		int all = 0;
		int forgotten = BATCH;
		while (forgotten == BATCH && !Thread.currentThread().isInterrupted()) {
			Integer batch = this.transactions.execute((status) -> expiry.forget(terms, BATCH));
			forgotten = (batch != null) ? batch : 0;
			all += forgotten;
		}
		return all;
	}

	private int warn(Expiry.Terms terms) {
		this.transactions.executeWithoutResult((status) -> this.idle.welcomeBack());
		Instant before = silentSince(terms, Keeping.NOTICE);
		int all = 0;
		List<UUID> batch = this.idle.toWarn(before, IDLE_BATCH);
		while (!batch.isEmpty()) {
			for (UUID personId : batch) {
				this.transactions.executeWithoutResult((status) -> {
					this.idle.warned(personId, terms.now());
					this.outbox.post(Posting.of(IdleLetter.NAME, personId, personId).apart(terms.today().toString()));
				});
			}
			all += batch.size();
			batch = this.idle.toWarn(before, IDLE_BATCH);
		}
		return all;
	}

	private int forgetIdle(Expiry.Terms terms) {
		Instant told = terms.today().minus(Keeping.NOTICE).plusDays(1).atStartOfDay(Zones.PARIS).toInstant();
		int all = 0;
		// Whoever cannot be erased yet would come again and again: one round a night.
		for (UUID personId : this.idle.toForget(silentSince(terms, Period.ZERO), told, Integer.MAX_VALUE)) {
			try {
				this.erasing.forgetIdle(personId);
				all++;
			}
			catch (Refusal needed) {
				log.info("Somebody idle is still needed: {}", needed.messageKey());
			}
		}
		return all;
	}

	/** The first moment of the day on which whoever came last is still known. */
	private Instant silentSince(Expiry.Terms terms, Period notice) {
		LocalDate day = terms.today().plus(notice).minus(this.keeping.idleAccounts());
		return day.plusDays(1).atStartOfDay(Zones.PARIS).toInstant();
	}

	private void note(Instant now, Map<String, Integer> counts) {
		this.jdbc.sql("INSERT INTO retention_run (id, ran_at, counts) VALUES (:id, :at, :counts::jsonb)")
			.param("id", Ids.next())
			.param("at", Timestamp.from(now))
			.param("counts", this.json.writeValueAsString(counts))
			.update();
	}

}
