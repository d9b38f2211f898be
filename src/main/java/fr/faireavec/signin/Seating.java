package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;

/**
 * Where people sit beyond their stored role; answered by the rooms that know. A link
 * opens all of it, so whoever hands it out must be able to see all of it.
 */
public interface Seating {

	/** Whether a person sits somewhere that this viewer does not see. */
	boolean beyond(Viewer viewer, UUID personId);

}
