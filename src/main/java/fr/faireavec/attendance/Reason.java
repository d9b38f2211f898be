package fr.faireavec.attendance;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a register that is closed changes, in 500 characters at most. */
final class Reason {

	private static final int LONGEST = 500;

	private Reason() {
	}

	/**
	 * @param refusal when there is none
	 */
	static String given(@Nullable String reason, String refusal) {
		if (reason == null || reason.isBlank()) {
			throw Refusal.of("reason", refusal);
		}
		if (reason.strip().length() > LONGEST) {
			throw Refusal.of("reason", "attendance.reason.tooLong", Integer.toString(LONGEST));
		}
		return reason.strip();
	}

}
