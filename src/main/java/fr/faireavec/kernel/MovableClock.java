package fr.faireavec.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The application's clock. In production it tells the real time; the demo's loader and
 * the tests move it.
 */
public class MovableClock extends Clock {

	private volatile Duration shift = Duration.ZERO;

	private final Clock real = Clock.systemUTC();

	/** From now on this clock says the given instant, and goes on from there. */
	public void moveTo(Instant instant) {
		this.shift = Duration.between(this.real.instant(), instant);
	}

	/** Back to the real time. */
	public void reset() {
		this.shift = Duration.ZERO;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new Zoned(this, zone);
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.shift);
	}

	private static final class Zoned extends Clock {

		private final MovableClock clock;

		private final ZoneId zone;

		private Zoned(MovableClock clock, ZoneId zone) {
			this.clock = clock;
			this.zone = zone;
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId other) {
			return new Zoned(this.clock, other);
		}

		@Override
		public Instant instant() {
			return this.clock.instant();
		}

	}

}
