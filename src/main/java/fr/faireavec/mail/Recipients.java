package fr.faireavec.mail;

import java.util.Optional;
import java.util.UUID;

/** Whom letters go to; answered by the room that knows people. */
public interface Recipients {

	/** Empty when there is no such person, or no address to write to. */
	Optional<Recipient> find(UUID personId);

	/** A name to greet and the address they have now. */
	record Recipient(String name, String address) {
	}

}
