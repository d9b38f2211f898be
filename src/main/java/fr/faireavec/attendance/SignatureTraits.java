package fr.faireavec.attendance;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How people signed, as the register shows it; answered by the room that keeps it. */
public interface SignatureTraits {

	/** Of one day. */
	Signed ofSession(UUID parcoursId, int rank);

	/** The half-days each guest of a parcours signed for. */
	Map<UUID, Set<UUID>> ofGuests(UUID parcoursId);

	/**
	 * @param people what there is to say of each line that was signed, by half-day and
	 * person
	 * @param guests the half-days each guest signed for
	 */
	record Signed(Map<UUID, Map<UUID, Trait>> people, Map<UUID, Set<UUID>> guests) {
	}

	/**
	 * One signature.
	 *
	 * @param withAccount somebody signed in, for herself
	 * @param shared on a phone where somebody else signed
	 */
	record Trait(boolean withAccount, boolean shared) {
	}

}
