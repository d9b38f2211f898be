package fr.faireavec.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells whoever has not come for long, then forgets them. */
@Component
class IdleForgetting {

	private static final Logger log = LoggerFactory.getLogger(IdleForgetting.class);

	private static final int BATCH = 50;

	private final IdlePeople idle;

	private final Erasing erasing;

	private final Keeping keeping;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	IdleForgetting(IdlePeople idle, Erasing erasing, Keeping keeping, Outbox outbox,
			TransactionOperations transactions) {
		this.idle = idle;
		this.erasing = erasing;
		this.keeping = keeping;
		this.outbox = outbox;
		this.transactions = transactions;
	}

	int warn(Expiry.Terms terms) {
		this.transactions.executeWithoutResult((status) -> this.idle.welcomeBack());
		Instant before = silentSince(terms, Keeping.NOTICE);
		int all = 0;
		List<UUID> batch = this.idle.toWarn(before, BATCH);
		while (!batch.isEmpty()) {
			for (UUID personId : batch) {
				this.transactions.executeWithoutResult((status) -> {
					this.idle.warned(personId, terms.now());
					this.outbox.post(Posting.of(IdleLetter.NAME, personId, personId).apart(terms.today().toString()));
				});
			}
			all += batch.size();
			batch = this.idle.toWarn(before, BATCH);
		}
		return all;
	}

	/**
	 * Person by person: one who cannot be forgotten leaves the others.
	 * @throws IllegalStateException afterwards, when some could not
	 */
	int forget(Expiry.Terms terms) {
		Instant told = terms.today().minus(Keeping.NOTICE).plusDays(1).atStartOfDay(Zones.PARIS).toInstant();
		int all = 0;
		int failed = 0;
		// Whoever cannot be erased yet would come again and again: one round a night.
		for (UUID personId : this.idle.toForget(silentSince(terms, Period.ZERO), told, Integer.MAX_VALUE)) {
			try {
				this.erasing.forgetIdle(personId);
				all++;
			}
			catch (Refusal needed) {
				log.info("Somebody idle is still needed: {}", needed.messageKey());
			}
			catch (RuntimeException ex) {
				log.error("Could not forget person {}", personId, ex);
				failed++;
			}
		}
		if (failed > 0) {
			throw new IllegalStateException(failed + " idle people could not be forgotten");
		}
		return all;
	}

	/** The first moment of the day on which whoever came last is still known. */
	private Instant silentSince(Expiry.Terms terms, Period notice) {
		LocalDate day = terms.today().plus(notice).minus(this.keeping.idleAccounts());
		return day.plusDays(1).atStartOfDay(Zones.PARIS).toInstant();
	}

}
