package fr.faireavec.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * One kind of data a room keeps for a time and no longer. Cut off and run again, it goes
 * on where it was.
 */
public interface Expiry {

	/**
	 * Room and thing, as in « mail.letters »; its words are under « privacy.expiry. ».
	 */
	String name();

	/**
	 * Forgets what is past its time.
	 * @param most so many at the most in one go
	 * @return how many were forgotten: fewer than the most when nothing is left
	 */
	int forget(Terms terms, int most);

	/**
	 * How long things are kept, and from when one counts.
	 *
	 * @param attendance from the day on, where no convention says until when
	 * @param letters from sending on
	 * @param audit from the fact on
	 */
	record Terms(Instant now, Period attendance, Period letters, Period audit) {

		/** What day it is in Paris. */
		public LocalDate today() {
			return LocalDate.ofInstant(this.now, Zones.PARIS);
		}

		/** What happened before this moment is as old as the period, by the day. */
		public Instant before(Period period) {
			return today().minus(period).plusDays(1).atStartOfDay(Zones.PARIS).toInstant();
		}

	}

}
