package fr.faireavec.mail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A letter about to leave: who it is for and by which name they are greeted, what it is
 * about, and the secret it carries (a token, a code), if any.
 */
public record Envelope(UUID letterId, UUID recipientId, String name, String givenName, String address, UUID subjectId,
		@Nullable String secret, Instant postedAt) {

	/** To somebody of one name alone. */
	public Envelope(UUID letterId, UUID recipientId, String name, String address, UUID subjectId,
			@Nullable String secret, Instant postedAt) {
		this(letterId, recipientId, name, name, address, subjectId, secret, postedAt);
	}

}
