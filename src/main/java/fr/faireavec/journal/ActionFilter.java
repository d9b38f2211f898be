package fr.faireavec.journal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which actions of a parcours to list; no structure, or null, means any. */
public record ActionFilter(List<UUID> enrolmentIds, @Nullable ActionState state, @Nullable UUID themeId) {

	public static final ActionFilter ALL = new ActionFilter(List.of(), null, null);

	public boolean isAny() {
		return equals(ALL);
	}

}
