package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;

/**
 * One way people come to sit somewhere: a role, a mandate, a reading…; answered by the
 * room that keeps it. A link opens all of it, so whoever hands it out must be able to see
 * all of it.
 */
public interface Seating {

	/**
	 * Whether a person sits, today or later, somewhere that this member of the animation
	 * does not see; or sat there, and would still be handed over what they did.
	 */
	boolean beyond(Viewer giver, UUID personId);

	/** The message that says so, about {0}. */
	default String refusal() {
		return "signin.link.elsewhere";
	}

}
