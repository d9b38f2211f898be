package fr.faireavec.demo;

import java.time.Duration;
import java.time.Instant;

import fr.faireavec.kernel.MovableClock;
import fr.faireavec.mail.Dispatch;
import fr.faireavec.mail.MailLog;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Sends the letters of the demo's history, each at the moment it was posted: what was
 * still due then leaves, even where a later gesture would have stopped it.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoMail {

	/**
	 * Letters posted within a minute leave together: one look at the outbox is enough.
	 */
	private static final Duration ROUND = Duration.ofMinutes(1);

	private final MailLog log;

	private final Dispatch dispatch;

	private final MovableClock clock;

	DemoMail(MailLog log, Dispatch dispatch, MovableClock clock) {
		this.log = log;
		this.dispatch = dispatch;
		this.clock = clock;
	}

	/** Leaves the clock where the last letter left. */
	void playBack() {
		Instant sentUntil = Instant.MIN;
		for (Instant posted : this.log.waitingSince()) {
			if (posted.isAfter(sentUntil)) {
				sentUntil = posted.plus(ROUND);
				this.clock.moveTo(sentUntil);
				this.dispatch.sendDue();
			}
		}
	}

}
