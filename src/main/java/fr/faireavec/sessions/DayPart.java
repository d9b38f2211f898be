package fr.faireavec.sessions;

import java.util.Optional;

import fr.faireavec.parcours.Seat;

/**
 * What another room shows on the page of a day, under its date and place; answered by the
 * rooms above.
 */
public interface DayPart {

	/** Empty where there is nothing for whoever looks. */
	Optional<Shown> of(Seat seat, CollectiveSession session);

	/**
	 * @param template the one whose fragment « part » is shown
	 * @param content what that fragment is given
	 */
	record Shown(String template, Object content) {
	}

}
