package fr.faireavec.factors;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** An application that shows one-time codes; counts once its first code was right. */
@Entity
class Authenticator extends Identified {

	private UUID accountId;

	private String secret;

	private Instant startedAt;

	private @Nullable Instant confirmedAt;

	private long lastStep;

	@SuppressWarnings("NullAway.Init")
	protected Authenticator() {
	}

	Authenticator(UUID id, UUID accountId, String sealedSecret, Instant startedAt) {
		super(id);
		this.accountId = accountId;
		this.secret = sealedSecret;
		this.startedAt = startedAt;
	}

	/** Takes the code of these thirty seconds; never twice, nor an older one after it. */
	boolean take(long step) {
		if (step <= this.lastStep) {
			return false;
		}
		this.lastStep = step;
		return true;
	}

	/** The same secret, sealed anew. */
	void keep(String sealedSecret) {
		this.secret = sealedSecret;
	}

	void confirm(Instant at) {
		this.confirmedAt = at;
	}

	boolean isConfirmed() {
		return this.confirmedAt != null;
	}

	String sealedSecret() {
		return this.secret;
	}

	UUID accountId() {
		return this.accountId;
	}

	Instant startedAt() {
		return this.startedAt;
	}

}
