package fr.faireavec.journal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a structure shares of an action with its cohort: no figure, no date, no person.
 */
public record SharedAction(UUID id, String title, String description, String structureName, ActionState state,
		@Nullable String themeLabel, @Nullable String levelLabel, String learning) {
}
