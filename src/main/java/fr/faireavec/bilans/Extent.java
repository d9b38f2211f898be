package fr.faireavec.bilans;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.faireavec.parcours.Seat;

/**
 * How far somebody reads a bilan, on its page and in its files alike. Titles and texts of
 * actions were shared with those who fund the parcours, not with its other structures;
 * what was promised to a funder is read by it and by the animation.
 *
 * @param told whether actions are told
 * @param conventions whose targets are read, in a fixed order
 */
public record Extent(boolean told, List<UUID> conventions) {

	public Extent {
		conventions = conventions.stream().distinct().sorted().toList();
	}

	/** Of what the animation reads: all of it. */
	public static Extent whole(Figures figures) {
		return new Extent(true, figures.targets().stream().map(Figures.Target::conventionId).toList());
	}

	/** Of what the structures of the parcours read. */
	public static Extent structures() {
		return new Extent(false, List.of());
	}

	/** Of what a funder reads, by its conventions. */
	public static Extent funder(Collection<UUID> conventionIds, Figures figures) {
		return new Extent(true,
				figures.targets().stream().map(Figures.Target::conventionId).filter(conventionIds::contains).toList());
	}

	/** Of what a seat reads. */
	public static Extent of(Seat seat, Figures figures) {
		return switch (seat) {
			case Seat.Running running -> whole(figures);
			case Seat.Funding funding -> funder(funding.conventionIds(), figures);
			case Seat.Piloting piloting -> structures();
		};
	}

	public List<ActionLine> actions(List<ActionLine> actions) {
		return this.told ? actions : List.of();
	}

	public List<Figures.Target> targets(Figures figures) {
		return figures.targets().stream().filter((target) -> this.conventions.contains(target.conventionId())).toList();
	}

}
