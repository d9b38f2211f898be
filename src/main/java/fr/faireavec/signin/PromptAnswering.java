package fr.faireavec.signin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import fr.faireavec.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers the letters asked for as soon as the request that asked is written, and looks
 * again every quarter of a minute for those that another instance left.
 */
@Component
@ConditionalOnBooleanProperty(name = "faireavec.jobs", matchIfMissing = true)
class PromptAnswering implements Job {

	private static final Logger log = LoggerFactory.getLogger(PromptAnswering.class);

	private final AskedLetters asked;

	/** One wake-up at a time is enough: it answers all there are. */
	private final AtomicBoolean awake = new AtomicBoolean();

	PromptAnswering(AskedLetters asked) {
		this.asked = asked;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void wakeUp(Asked written) {
		if (this.awake.compareAndSet(false, true)) {
			Thread.ofVirtual().name("asked letters").start(this::answer);
		}
	}

	private void answer() {
		// Before answering: who asks from now on wakes another one.
		this.awake.set(false);
		try {
			run();
		}
		catch (RuntimeException ex) {
			log.warn("Letters asked for will be answered at the next round", ex);
		}
	}

	@Override
	public String name() {
		return "signin-asked-letters";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofSeconds(15));
	}

	@Override
	public void run() {
		while (this.asked.answerNext()) {
			log.debug("A letter asked for was answered");
		}
	}

	/** A letter was asked for. */
	record Asked() {
	}

}
