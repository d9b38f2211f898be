package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sequence in words.
 *
 * @param best whether none is better
 * @param title what it is worth at a glance
 * @param breaches the rules it breaks, each in a sentence
 * @param notes why these dates, and what others would have cost
 * @param worst how the worst-served structure fares
 */
record SequenceView(boolean best, String title, List<Card> cards, List<String> breaches, List<String> notes,
		String worst) {

	SequenceView {
		cards = List.copyOf(cards);
		breaches = List.copyOf(breaches);
		notes = List.copyOf(notes);
	}

	/**
	 * One day of it.
	 *
	 * @param coverage « 8/8 structures »
	 * @param people « 13 personnes, 1 si besoin »
	 * @param missing the structures nobody stands for then; null when there are none
	 * @param near whether it is close enough to be made firm
	 */
	record Card(int rank, String title, UUID optionId, LocalDate day, String coverage, String people,
			@Nullable String missing, boolean near) {
	}

}
