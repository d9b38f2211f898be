package fr.faireavec.bilans;

import fr.faireavec.parcours.Seat;

/** Whether proofs are at hand for a seat; answered by the room that gathers them. */
public interface Proofs {

	boolean offeredTo(Seat seat);

}
