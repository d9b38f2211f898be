package fr.faireavec.signing;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;

/**
 * A phone, or the shared tablet, on which somebody signed that day: known again by what
 * it keeps, for that day alone.
 */
@Entity
class RoomPhone extends Identified {

	private UUID sessionId;

	private String tokenHash;

	private boolean tablet;

	private Instant firstSeenAt;

	@SuppressWarnings("NullAway.Init")
	protected RoomPhone() {
	}

	RoomPhone(UUID id, UUID sessionId, String tokenHash, boolean tablet, Instant at) {
		super(id);
		this.sessionId = sessionId;
		this.tokenHash = tokenHash;
		this.tablet = tablet;
		this.firstSeenAt = at;
	}

	UUID getSessionId() {
		return this.sessionId;
	}

	String getTokenHash() {
		return this.tokenHash;
	}

	/** It is handed round: each signs for herself. */
	boolean isTablet() {
		return this.tablet;
	}

	Instant getFirstSeenAt() {
		return this.firstSeenAt;
	}

}
