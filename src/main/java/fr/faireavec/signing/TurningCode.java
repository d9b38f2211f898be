package fr.faireavec.signing;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Sealing;

import org.springframework.stereotype.Component;

/**
 * The code of the moment: five digits shown in the room, others every thirty seconds. The
 * ones before still count, for whoever types slowly.
 */
@Component
public class TurningCode {

	private static final int SECONDS = 30;

	private static final BigInteger CODES = BigInteger.valueOf(100_000);

	private final Sealing sealing;

	private final Clock clock;

	TurningCode(Sealing sealing, Clock clock) {
		this.sealing = sealing;
		this.clock = clock;
	}

	/** Now, and for how many seconds more. */
	public Moment now(UUID sessionId) {
		Instant now = this.clock.instant();
		return new Moment(code(sessionId, window(now)), SECONDS - Math.floorMod(now.getEpochSecond(), SECONDS));
	}

	boolean isGood(UUID sessionId, String typed) {
		String digits = typed.codePoints()
			.filter(Character::isDigit)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		long window = window(this.clock.instant());
		return digits.equals(code(sessionId, window)) || digits.equals(code(sessionId, window - 1));
	}

	private static long window(Instant at) {
		return Math.floorDiv(at.getEpochSecond(), SECONDS);
	}

	private String code(UUID sessionId, long window) {
		BigInteger drawn = new BigInteger(this.sealing.fingerprint("signing.moment", sessionId + " " + window), 16);
		return "%05d".formatted(drawn.mod(CODES));
	}

	/** Five digits, good for some seconds more at least. */
	public record Moment(String code, int seconds) {

		/** As one reads it aloud. */
		public String spaced() {
			return this.code.substring(0, 1) + "\u00a0" + this.code.substring(1, 3) + "\u00a0" + this.code.substring(3);
		}

	}

}
