package fr.faireavec.bilans;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the files of a version as soon as it is published, of what was frozen and nothing
 * else. Whoever publishes elsewhere does not wait for it; a file that could not be made
 * is made when somebody first asks for it.
 */
@Component
class BilanPrinting {

	private static final Logger log = LoggerFactory.getLogger(BilanPrinting.class);

	private final Bilans bilans;

	private final BilanFiles files;

	private final TransactionTemplate transaction;

	BilanPrinting(Bilans bilans, BilanFiles files, PlatformTransactionManager transactions) {
		this.bilans = bilans;
		this.files = files;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void print(BilanPublished published) {
		try {
			this.transaction
				.executeWithoutResult((status) -> this.bilans.of(published.bilanId()).ifPresent(this.files::keep));
		}
		catch (RuntimeException ex) {
			log.warn("The files of a bilan are made when they are asked for", ex);
		}
	}

}
