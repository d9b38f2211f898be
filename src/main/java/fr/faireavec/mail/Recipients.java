package fr.faireavec.mail;

import java.util.Optional;
import java.util.UUID;

/** Whom letters go to; answered by the room that knows people. */
public interface Recipients {

	/** Empty when there is no such person, or no address to write to. */
	Optional<Recipient> find(UUID personId);

	/**
	 * The address they have now, and a name to greet: empty as long as nobody answered
	 * from that address, as it may be a stranger's.
	 */
	record Recipient(String name, String address) {
	}

}
