package fr.faireavec.mail;

import java.util.Optional;
import java.util.UUID;

/** Whom letters go to; answered by the room that knows people. */
public interface Recipients {

	/** Empty when there is no such person, or no address to write to. */
	Optional<Recipient> find(UUID personId);

	/**
	 * The address they have now, their name and the one to greet them by: empty as long
	 * as nobody answered from that address, as it may be a stranger's.
	 */
	record Recipient(String name, String givenName, String address) {

		/** Somebody of one name alone. */
		Recipient(String name, String address) {
			this(name, name, address);
		}

	}

}
