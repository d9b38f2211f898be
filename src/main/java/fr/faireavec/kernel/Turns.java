package fr.faireavec.kernel;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Work that takes memory, done for so many people at once; the others wait a little. */
public final class Turns {

	private static final long PATIENCE_SECONDS = 5;

	private final Semaphore places;

	private final String busy;

	/**
	 * @param places how many work at once
	 * @param busy key of what is said to who waits in vain
	 */
	public Turns(int places, String busy) {
		this.places = new Semaphore(places, true);
		this.busy = busy;
	}

	/**
	 * Does the work when its turn comes.
	 * @throws Refusal when it does not come in five seconds
	 */
	public <T extends @Nullable Object> T take(Supplier<T> work) {
		try {
			if (!this.places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new Refusal(this.busy);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new Refusal(this.busy);
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

}
