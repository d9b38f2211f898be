package fr.faireavec.factors;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

import org.springframework.stereotype.Component;

/**
 * Codes of six digits that change every thirty seconds (RFC 6238, SHA-1: what every
 * application knows). The one before and the one after are taken too: telephones are late
 * or early.
 */
@Component
class OneTimeCode {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SECRET_BYTES = 20;

	private static final Duration STEP = TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final Clock clock;

	OneTimeCode(Clock clock) {
		this.clock = clock;
	}

	/** 160 random bits, in Base32. */
	String drawSecret() {
		byte[] bytes = new byte[SECRET_BYTES];
		RANDOM.nextBytes(bytes);
		return Base32.builder().get().encodeToString(bytes);
	}

	/**
	 * The thirty seconds, counted from 1970, whose code this is: none, or nearly always
	 * one.
	 */
	List<Long> step(String secret, String code) {
		String digits = code.replaceAll("\\s", "");
		List<Long> steps = new ArrayList<>();
		Instant now = this.clock.instant();
		for (int shift = -1; shift <= 1; shift++) {
			Instant then = now.plus(STEP.multipliedBy(shift));
			if (at(secret, then).equals(digits)) {
				steps.add(then.getEpochSecond() / STEP.toSeconds());
			}
		}
		return steps;
	}

	String at(String secret, Instant moment) {
		try {
			return this.generator.generateOneTimePasswordString(
					new SecretKeySpec(Base32.builder().get().decode(secret), this.generator.getAlgorithm()), moment,
					Locale.ROOT);
		}
		catch (InvalidKeyException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
