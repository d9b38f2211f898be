package fr.faireavec.syntheses;

import java.util.Optional;

import fr.faireavec.bilans.BesideBilan;
import fr.faireavec.parcours.Seat;

import org.springframework.stereotype.Component;

/** From the bilan to what decides of its public page. */
@Component
class SynthesisDoor implements BesideBilan {

	/** A funder reads that page as everybody does. */
	@Override
	public Optional<Door> doorOf(Seat seat) {
		return (seat instanceof Seat.Funding) ? Optional.empty()
				: Optional.of(new Door("/parcours/" + seat.parcours().getSlug() + "/synthese", "syntheses.title"));
	}

}
