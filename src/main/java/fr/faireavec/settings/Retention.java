package fr.faireavec.settings;

import java.time.Period;

/**
 * How long something is kept, in years or in months. The defaults are the network's
 * register of processing; the limits keep a slip from erasing everything or nothing.
 */
public enum Retention {

	/** From the refusal on. */
	REFUSED_CANDIDATURES(Unit.YEARS, 1, 1, 3),

	/** From the last visit on; then the person is anonymised. */
	IDLE_ACCOUNTS(Unit.YEARS, 3, 1, 5),

	/** Where no convention says until when evidence is kept. */
	ATTENDANCE(Unit.YEARS, 5, 1, 10),

	/** From sending on. */
	MAIL_LOG(Unit.MONTHS, 6, 1, 24),

	/**
	 * As long as attendance by default: a corrected sheet proves nothing once nobody can
	 * tell who corrected it, and why.
	 */
	AUDIT_LOG(Unit.YEARS, 5, 1, 10);

	private final Unit unit;

	private final int otherwise;

	private final int least;

	private final int most;

	Retention(Unit unit, int otherwise, int least, int most) {
		this.unit = unit;
		this.otherwise = otherwise;
		this.least = least;
		this.most = most;
	}

	public Unit unit() {
		return this.unit;
	}

	/** What holds before anybody chose. */
	public int otherwise() {
		return this.otherwise;
	}

	public int least() {
		return this.least;
	}

	public int most() {
		return this.most;
	}

	public boolean allows(int length) {
		return length >= this.least && length <= this.most;
	}

	Period of(int length) {
		return (this.unit == Unit.YEARS) ? Period.ofYears(length) : Period.ofMonths(length);
	}

	/** What a length is counted in. */
	public enum Unit {

		YEARS, MONTHS

	}

}
