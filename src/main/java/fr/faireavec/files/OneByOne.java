package fr.faireavec.files;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * One picture is read at a time, whoever gives it: one takes tens of megabytes meanwhile.
 */
@Component
public class OneByOne {

	private final Semaphore one = new Semaphore(1, true);

	/** Reads it when its turn comes. */
	public <T> T take(Supplier<T> reading) {
		this.one.acquireUninterruptibly();
		try {
			return reading.get();
		}
		finally {
			this.one.release();
		}
	}

}
