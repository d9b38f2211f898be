package fr.faireavec.journal;

import java.util.Optional;

import fr.faireavec.parcours.Seat;

/** What another room shows at the head of a journal; answered by the rooms above. */
public interface JournalHead {

	/**
	 * Empty where there is nothing to show; its template has a fragment « part », as that
	 * of an {@link ActionPart}.
	 */
	Optional<ActionPart.Shown> of(Seat seat);

}
