package fr.faireavec.attendance;

import java.time.Duration;
import java.util.UUID;

/**
 * One press on a register that may have waited on its device for a network.
 *
 * @param key its own: sent again, it is still one press
 * @param seen what the device showed of that line when it was pressed, see
 * {@link Register.Line#seen}
 * @param age how long it waited, by the device's own clock, right or wrong; 48 hours at
 * most
 */
public record Tap(UUID key, AttendanceStatus status, AttendanceMethod how, String seen, Duration age) {

	/** Beyond it, whoever pressed no longer knows. */
	static final Duration LONGEST = Duration.ofDays(2);

}
