package fr.faireavec.accounts;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * One way somebody already sees who somebody else is: a parcours they run together, a
 * mandate in it, a reading; answered by the room that shows it. An address that is typed
 * tells nobody else whose it is. The administration sees everybody.
 */
public interface Acquaintance {

	/** Those of these people whose name this member of the animation sees there. */
	Set<UUID> known(Viewer viewer, Collection<UUID> people);

}
