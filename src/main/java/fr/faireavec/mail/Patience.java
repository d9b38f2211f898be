package fr.faireavec.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a letter waits before it is tried again: ten attempts in about a day. */
final class Patience {

	static final int ATTEMPTS = 10;

	private static final Duration FIRST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofHours(6);

	private Patience() {
	}

	/**
	 * Three times longer each time, six hours at most; a fifth more or less, so that what
	 * failed together does not come back together.
	 */
	static Duration after(int attempts) {
		long times = Math.round(Math.pow(3, Math.clamp(attempts - 1L, 0, ATTEMPTS)));
		Duration whole = FIRST.multipliedBy(times);
		Duration bounded = (whole.compareTo(LONGEST) < 0) ? whole : LONGEST;
		return bounded.multipliedBy(ThreadLocalRandom.current().nextLong(80, 121)).dividedBy(100);
	}

}
