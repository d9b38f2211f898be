package fr.faireavec.bilans.web;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

/** Which published bilan a seat opens. */
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

}
