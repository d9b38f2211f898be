package fr.faireavec.factors;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Somebody's application of one-time codes, without a telephone. */
public final class SoftApplication {

	private final String secret;

	/**
	 * @param secret as it was shown, in Base32
	 */
	public SoftApplication(String secret) {
		this.secret = secret;
	}

	/** The code it shows at that moment. */
	public String code(Instant moment) {
		return new OneTimeCode(Clock.fixed(moment, ZoneOffset.UTC)).at(this.secret, moment);
	}

}
