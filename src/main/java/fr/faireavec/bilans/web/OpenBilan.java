package fr.faireavec.bilans.web;

import java.util.List;

import fr.faireavec.bilans.ActionLine;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Figures;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

/** Which published bilan a seat may open, and which targets in it. */
final class OpenBilan {

	private OpenBilan() {
	}

	/**
	 * @param version the latest when null
	 * @throws NotFound when nothing of that number is published
	 */
	static Bilan by(Seat seat, @Nullable Integer version, Bilans bilans) {
		return ((version == null) ? bilans.latest(seat.parcours().getId())
				: bilans.numbered(seat.parcours().getId(), version))
			.orElseThrow(NotFound::new);
	}

	/**
	 * Titles and texts were shared with those who fund it, not with the other structures:
	 * what these may read is in the journal.
	 */
	static List<ActionLine> actions(Seat seat, Bilan bilan) {
		return (seat instanceof Seat.Piloting) ? List.of() : bilan.document().actions();
	}

	/** A funder reads what was promised to it, not to others. */
	static List<Figures.Target> targets(Seat seat, Figures figures) {
		return switch (seat) {
			case Seat.Running running -> figures.targets();
			case Seat.Funding funding -> figures.targets()
				.stream()
				.filter((target) -> funding.conventionIds().contains(target.conventionId()))
				.toList();
			case Seat.Piloting piloting -> List.of();
		};
	}

}
