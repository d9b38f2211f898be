package fr.faireavec.journal;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.parcours.Seat;

/** What another room shows on the page of an action; answered by the rooms above. */
public interface ActionPart {

	/**
	 * For its structure and the animation; empty where there is nothing to show.
	 * @param writable whether its journal still takes something
	 */
	Optional<Shown> ofOwn(Seat seat, UUID actionId, boolean writable);

	/** For the cohort it is shared with. */
	Optional<Shown> ofShared(Seat seat, UUID actionId);

	/**
	 * @param template the one whose fragment « part » is shown
	 * @param content what that fragment is given
	 */
	record Shown(String template, Object content) {
	}

}
