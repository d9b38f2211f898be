package fr.faireavec.library;

import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionState;
import org.jspecify.annotations.Nullable;

/**
 * An action as the library tells it: no figure, no date, no person, and no structure that
 * did not say so.
 *
 * @param ownPage its page in the journal, for those who stand for its structure; null for
 * others
 */
public record LibraryAction(UUID libraryId, String title, String description, String learning, ActionState state,
		@Nullable String structureName, @Nullable String themeLabel, @Nullable String levelLabel,
		@Nullable String instrumentLabel, List<String> levers, List<String> roles, List<String> effects, int takenUp,
		@Nullable String ownPage) {

	public LibraryAction {
		levers = List.copyOf(levers);
		roles = List.copyOf(roles);
		effects = List.copyOf(effects);
	}

	/** Whether it is the viewer's own structure's. */
	public boolean isMine() {
		return this.ownPage != null;
	}

}
