package fr.faireavec.correspondence;

import java.util.Arrays;
import java.util.Optional;

/** On which occasion a parcours writes by itself; addresses have its word. */
public enum Occurrence {

	CONVENED("convocation"), MOVED("changement"), CANCELLED("annulation"), NOT_THEIRS("retrait"),
	FIRST_REMINDER("rappel"), LAST_REMINDER("dernier-rappel"), MINUTES("compte-rendu"), NUDGE("journal");

	private final String word;

	Occurrence(String word) {
		this.word = word;
	}

	public String word() {
		return this.word;
	}

	/**
	 * Whether it is over once written of: the next change is another one. Whoever comes
	 * later is convened as the others were.
	 */
	public boolean isOnceForAll() {
		return this != CONVENED;
	}

	public static Optional<Occurrence> called(String word) {
		return Arrays.stream(values()).filter((occurrence) -> occurrence.word.equals(word)).findFirst();
	}

}
