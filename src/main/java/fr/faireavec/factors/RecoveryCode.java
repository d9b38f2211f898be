package fr.faireavec.factors;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** A code on paper, good once when the telephone is not there. */
@Entity
class RecoveryCode extends Identified {

	private UUID accountId;

	private String fingerprint;

	private @Nullable Instant usedAt;

	@SuppressWarnings("NullAway.Init")
	protected RecoveryCode() {
	}

	RecoveryCode(UUID id, UUID accountId, String fingerprint) {
		super(id);
		this.accountId = accountId;
		this.fingerprint = fingerprint;
	}

	UUID accountId() {
		return this.accountId;
	}

	String fingerprint() {
		return this.fingerprint;
	}

	@Nullable Instant usedAt() {
		return this.usedAt;
	}

}
