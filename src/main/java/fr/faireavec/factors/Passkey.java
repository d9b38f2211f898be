package fr.faireavec.factors;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** A key somebody signs in with, kept by their telephone, computer or security key. */
@Entity
public class Passkey extends Identified {

	/** As many as one account may have. */
	static final int MOST = 20;

	private UUID accountId;

	private byte[] credentialId;

	private byte[] publicKey;

	private long signatureCount;

	private String transports;

	private boolean backupEligible;

	private boolean backupState;

	private byte[] attestation;

	private byte[] attestationClient;

	private String name;

	private Instant addedAt;

	private @Nullable Instant lastUsedAt;

	@SuppressWarnings("NullAway.Init")
	protected Passkey() {
	}

	Passkey(UUID id, UUID accountId, Material material, String name, Instant addedAt) {
		super(id);
		this.accountId = accountId;
		this.credentialId = material.credentialId();
		this.publicKey = material.publicKey();
		this.signatureCount = material.signatureCount();
		this.transports = material.transports();
		this.backupEligible = material.backupEligible();
		this.backupState = material.backupState();
		this.attestation = material.attestation();
		this.attestationClient = material.attestationClient();
		this.name = name;
		this.addedAt = addedAt;
	}

	/**
	 * It signed once more.
	 * @throws CopiedKey when it counts its signatures and this one was counted before:
	 * somebody else signs with it too
	 */
	void used(long count, boolean backedUp, Instant at) {
		if ((count != 0 || this.signatureCount != 0) && count <= this.signatureCount) {
			throw new CopiedKey();
		}
		this.signatureCount = count;
		this.backupState = backedUp;
		this.lastUsedAt = at;
	}

	void rename(String newName) {
		this.name = newName;
	}

	UUID accountId() {
		return this.accountId;
	}

	Material material() {
		return new Material(this.credentialId, this.publicKey, this.signatureCount, this.transports,
				this.backupEligible, this.backupState, this.attestation, this.attestationClient);
	}

	public String getName() {
		return this.name;
	}

	public Instant getAddedAt() {
		return this.addedAt;
	}

	public @Nullable Instant getLastUsedAt() {
		return this.lastUsedAt;
	}

	/** What the browser gave when it was made, and what checking it needs. */
	@SuppressWarnings("ArrayRecordComponent")
	record Material(byte[] credentialId, byte[] publicKey, long signatureCount, String transports,
			boolean backupEligible, boolean backupState, byte[] attestation, byte[] attestationClient) {
	}

}
