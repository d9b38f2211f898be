package fr.faireavec.planning.web;

import java.util.List;
import java.util.UUID;

/**
 * Another sequence, beside the one shown.
 *
 * @param dates each of them, and whether it differs from the one shown
 * @param cost what is gained and lost by it, in a sentence
 * @param choice its options, as the page is asked for them
 */
record AlternativeView(String title, List<Date> dates, String cost, List<UUID> choice) {

	AlternativeView {
		dates = List.copyOf(dates);
		choice = List.copyOf(choice);
	}

	/** One date. */
	record Date(String day, boolean other) {
	}

}
