package fr.faireavec.bilans.web;

import java.util.List;

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
	 * @throws NotFound when nothing of that number is published, or the seat reads no
	 * bilan
	 */
	static Bilan by(Seat seat, @Nullable Integer version, Bilans bilans) {
		if (seat instanceof Seat.Piloting) {
			throw new NotFound();
		}
		return ((version == null) ? bilans.latest(seat.parcours().getId())
				: bilans.numbered(seat.parcours().getId(), version))
			.orElseThrow(NotFound::new);
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
