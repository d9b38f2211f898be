package fr.faireavec.announcements;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a bilan would say that comes from one structure.
 *
 * @param actions its actions that would be told, those it took back included
 * @param lines those of the narrative that name it
 */
public record ToldOfUs(UUID enrolmentId, String structure, List<Action> actions, List<String> lines) {

	public ToldOfUs {
		actions = List.copyOf(actions);
		lines = List.copyOf(lines);
	}

	/** Whether that action would be told; null for the name in the narrative. */
	boolean says(@Nullable UUID actionId) {
		return (actionId == null) ? !this.lines.isEmpty()
				: this.actions.stream().anyMatch((action) -> action.id().equals(actionId));
	}

	/** An action, with the words it is told by. */
	public record Action(UUID id, String title, String learning) {
	}

}
