package fr.faireavec.polls;

import java.time.LocalDate;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Refusal;

/**
 * What a poll asks under: until which day, included; how far apart days may be, in weeks;
 * a word to those asked, of 1,000 characters at the most; whether the best sequence is
 * taken by itself when the poll closes.
 */
public record PollTerms(LocalDate closesOn, int fewestWeeks, int mostWeeks, String message, boolean decidesItself) {

	/** The network's habit: three to seven weeks between two days. */
	public static final int FEWEST_WEEKS = 3;

	public static final int MOST_WEEKS = 7;

	public PollTerms {
		message = CleanText.prose(message).strip();
		if (mostWeeks < fewestWeeks) {
			throw Refusal.of("mostWeeks", "polls.spacing.inverted");
		}
	}
}
