package fr.faireavec.bilans;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.faireavec.parcours.Seat;

/** What another room keeps beside a bilan; answered by the rooms above. */
public interface BesideBilan {

	/** The way to it; empty where there is nothing for that seat. */
	Optional<Door> doorOf(Seat seat);

	/** All of them, in one order. */
	static List<Door> doors(List<BesideBilan> beside, Seat seat) {
		return beside.stream()
			.flatMap((one) -> one.doorOf(seat).stream())
			.sorted(Comparator.comparing(Door::href))
			.toList();
	}

	/**
	 * A way to another page.
	 *
	 * @param label the key of the words that say it
	 */
	record Door(String href, String label) {
	}

}
