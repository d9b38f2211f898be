package fr.faireavec.sessions;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Refusal;

/** Written reasons: what is undone or given up says why. */
final class Reasons {

	private static final int LONGEST = 500;

	private static final int LONGEST_WORD = 300;

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

	/** A word that nobody has to say, on one line. */
	static String word(String field, String said) {
		String word = CleanText.line(said);
		if (word.length() > LONGEST_WORD) {
			throw Refusal.of(field, "sessions.reason.tooLong", Integer.toString(LONGEST_WORD));
		}
		return word;
	}

}
