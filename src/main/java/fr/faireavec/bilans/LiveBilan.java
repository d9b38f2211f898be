package fr.faireavec.bilans;

import java.util.List;

/**
 * What a bilan of a period would say now: its figures, and every action of the period,
 * shared or not. For the animation.
 */
public record LiveBilan(Figures figures, List<ActionLine> actions) {

	public LiveBilan {
		actions = List.copyOf(actions);
	}

	/** Those that would be published. */
	public List<ActionLine> told() {
		return this.actions.stream().filter(ActionLine::told).toList();
	}

}
