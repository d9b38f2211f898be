package fr.faireavec.signin;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody who is invited will find: a room that invites people for something else
 * than piloting says it in its own words.
 */
public interface InvitedTo {

	/** The key of a sentence; empty where this room did not invite them. */
	Optional<String> finds(UUID personId);

}
