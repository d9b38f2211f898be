package fr.faireavec.signing;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/**
 * « La salle » of the session of that id: one code for its day, known by its fingerprint
 * and sealed to be shown again. It goes when the day moves.
 */
@Entity
@AttributeOverride(name = "id", column = @Column(name = "session_id"))
class DayRoom extends Identified {

	private String codeHash;

	private String code;

	private Instant openedAt;

	@SuppressWarnings("NullAway.Init")
	protected DayRoom() {
	}

	DayRoom(UUID sessionId, String codeHash, String sealedCode, Instant openedAt) {
		super(sessionId);
		this.codeHash = codeHash;
		this.code = sealedCode;
		this.openedAt = openedAt;
	}

	String getSealedCode() {
		return this.code;
	}

	Instant getOpenedAt() {
		return this.openedAt;
	}

	String getCodeHash() {
		return this.codeHash;
	}

}
