package fr.faireavec.bilans;

import java.util.List;
import java.util.UUID;

/**
 * What a bilan of a period would say now: its figures, and every action of the period,
 * shared or not. For the animation.
 */
public record LiveBilan(Figures figures, List<Logged> logged) {

	public LiveBilan {
		logged = List.copyOf(logged);
	}

	/** All of them. */
	public List<ActionLine> actions() {
		return this.logged.stream().map(Logged::line).toList();
	}

	/** Those that would be published. */
	public List<ActionLine> told() {
		return published().stream().map(Logged::line).toList();
	}

	/** The same, as the journal knows them. */
	public List<Logged> published() {
		return this.logged.stream().filter((action) -> action.line().told()).toList();
	}

	/**
	 * An action of the journal.
	 *
	 * @param withheld whether its structure, which shares it with the bilan, took it back
	 * from this one
	 */
	public record Logged(UUID id, UUID enrolmentId, boolean withheld, ActionLine line) {

		/** Whether it is told, or would be if its structure had not taken it back. */
		boolean concerns() {
			return this.line.told() || (this.withheld && this.line.isTellable());
		}

	}

}
