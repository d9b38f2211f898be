package fr.faireavec.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import fr.faireavec.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends letters as soon as the transaction that posted them is committed, and looks every
 * quarter of a minute for those whose time has come since.
 */
@Component
@ConditionalOnBooleanProperty(name = "faireavec.jobs", matchIfMissing = true)
class PromptSending implements Job {

	private static final Logger log = LoggerFactory.getLogger(PromptSending.class);

	private final Dispatch dispatch;

	/** One wake-up at a time is enough: it sends everything there is. */
	private final AtomicBoolean awake = new AtomicBoolean();

	private volatile boolean open;

	PromptSending(Dispatch dispatch) {
		this.dispatch = dispatch;
	}

	/** The demo, when it is loaded, plays its mail back by itself first. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(150)
	void open() {
		this.open = true;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void wakeUp(Posted posted) {
		if (this.open && this.awake.compareAndSet(false, true)) {
			Thread.ofVirtual().name("letters").start(this::send);
		}
	}

	private void send() {
		// Before sending: who posts from now on wakes another one.
		this.awake.set(false);
		try {
			this.dispatch.sendDue();
		}
		catch (RuntimeException ex) {
			log.warn("Letters will leave at the next round", ex);
		}
	}

	@Override
	public String name() {
		return "mail-letters";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofSeconds(15));
	}

	@Override
	public void run() {
		this.dispatch.sendDue();
	}

	/** A letter was posted. */
	record Posted() {
	}

}
