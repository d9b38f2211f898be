package fr.faireavec.leaflets;

import java.util.Optional;

import fr.faireavec.bilans.BesideBilan;
import fr.faireavec.parcours.Seat;

import org.springframework.stereotype.Component;

/** From the bilan to the leaflets, for whoever accounts for the grants. */
@Component
class LeafletDoor implements BesideBilan {

	@Override
	public Optional<Door> doorOf(Seat seat) {
		return (seat instanceof Seat.Running)
				? Optional.of(new Door("/parcours/" + seat.parcours().getSlug() + "/bilan/cerfa", "leaflets.title"))
				: Optional.empty();
	}

}
