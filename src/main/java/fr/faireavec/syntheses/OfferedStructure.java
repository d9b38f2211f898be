package fr.faireavec.syntheses;

import java.util.List;
import java.util.UUID;

/**
 * What a structure lets the public page show, among what it could.
 *
 * @param named its name, among those that took part
 * @param actions those the bilan may tell
 */
public record OfferedStructure(UUID enrolmentId, String name, boolean named, List<Action> actions) {

	public OfferedStructure {
		actions = List.copyOf(actions);
	}

	/** How many of its actions may be shown. */
	public int shown() {
		return (int) this.actions.stream().filter(Action::allowed).count();
	}

	/** An action, with the words it would be told by, and whether it may be shown. */
	public record Action(UUID id, String title, String learning, boolean allowed) {
	}

}
