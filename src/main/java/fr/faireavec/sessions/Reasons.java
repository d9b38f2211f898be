package fr.faireavec.sessions;

import fr.faireavec.kernel.Refusal;

/** Written reasons: what is undone or given up says why. */
final class Reasons {

	private static final int LONGEST = 500;

	private Reasons() {
	}

	static String given(String reason) {
		if (reason.isBlank()) {
			throw Refusal.of("reason", "sessions.reason.needed");
		}
		if (reason.strip().length() > LONGEST) {
			throw Refusal.of("reason", "sessions.reason.tooLong", Integer.toString(LONGEST));
		}
		return reason.strip();
	}

}
