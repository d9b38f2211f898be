package fr.faireavec.library;

import java.util.UUID;

import fr.faireavec.journal.ActionState;
import org.jspecify.annotations.Nullable;

/**
 * An action of the library in a list.
 *
 * @param libraryId its address, that leads to no journal
 * @param structureName null where the structure stays unnamed
 * @param takenUp how many structures took it up
 */
public record LibraryRow(UUID libraryId, String title, String description, String learning, ActionState state,
		@Nullable String themeLabel, @Nullable String levelLabel, @Nullable String structureName, int takenUp) {

	private static final int EXCERPT = 220;

	/** What was learnt, else what is tried, cut between two words. */
	public String excerpt() {
		String text = (this.learning.isEmpty() ? this.description : this.learning).replaceAll("\\s+", " ");
		if (text.length() <= EXCERPT) {
			return text;
		}
		int end = text.lastIndexOf(' ', EXCERPT);
		return text.substring(0, (end > 0) ? end : text.offsetByCodePoints(0, EXCERPT / 2)).strip() + "…";
	}

}
