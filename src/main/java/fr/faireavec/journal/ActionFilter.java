package fr.faireavec.journal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which actions of a parcours to list; null means any. */
public record ActionFilter(@Nullable UUID enrolmentId, @Nullable ActionState state, @Nullable UUID themeId) {

	public static final ActionFilter ALL = new ActionFilter(null, null, null);

	public boolean isAny() {
		return equals(ALL);
	}

}
