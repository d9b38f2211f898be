package fr.faireavec.factors;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Our passkeys as Spring Security's ceremonies read and write them. */
@Component
class PasskeyCredentials implements UserCredentialRepository {

	private final Passkeys passkeys;

	private final Clock clock;

	PasskeyCredentials(Passkeys passkeys, Clock clock) {
		this.passkeys = passkeys;
		this.clock = clock;
	}

	static Bytes handle(UUID accountId) {
		return new Bytes(ByteBuffer.allocate(16)
			.putLong(accountId.getMostSignificantBits())
			.putLong(accountId.getLeastSignificantBits())
			.array());
	}

	static @Nullable UUID account(Bytes handle) {
		if (handle.getBytes().length != 16) {
			return null;
		}
		ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
		return new UUID(bytes.getLong(), bytes.getLong());
	}

	@Override
	public void delete(Bytes credentialId) {
		this.passkeys.findByCredentialId(credentialId.getBytes()).ifPresent(this.passkeys::delete);
	}

	@Override
	public void save(CredentialRecord record) {
		this.passkeys.findByCredentialId(record.getCredentialId().getBytes())
			.ifPresentOrElse(
					(known) -> known.used(record.getSignatureCount(), record.isBackupState(), this.clock.instant()),
					() -> add(record));
	}

	private void add(CredentialRecord record) {
		UUID accountId = account(record.getUserEntityUserId());
		Bytes attestation = record.getAttestationObject();
		Bytes client = record.getAttestationClientDataJSON();
		if (accountId == null || attestation == null || client == null) {
			throw new IllegalArgumentException("an incomplete passkey");
		}
		String transports = record.getTransports()
			.stream()
			.map(AuthenticatorTransport::getValue)
			.sorted()
			.collect(Collectors.joining(","));
		this.passkeys.saveAndFlush(new Passkey(Ids.next(), accountId,
				new Passkey.Material(record.getCredentialId().getBytes(), record.getPublicKey().getBytes(),
						record.getSignatureCount(), transports, record.isBackupEligible(), record.isBackupState(),
						attestation.getBytes(), client.getBytes()),
				record.getLabel(), this.clock.instant()));
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
		return this.passkeys.findByCredentialId(credentialId.getBytes()).map(this::record).orElse(null);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes userId) {
		UUID accountId = account(userId);
		return (accountId != null) ? this.passkeys.of(accountId).stream().map(this::record).toList() : List.of();
	}

	private CredentialRecord record(Passkey passkey) {
		Passkey.Material material = passkey.material();
		return ImmutableCredentialRecord.builder()
			.credentialType(PublicKeyCredentialType.PUBLIC_KEY)
			.credentialId(new Bytes(material.credentialId()))
			.userEntityUserId(handle(passkey.accountId()))
			.publicKey(new ImmutablePublicKeyCose(material.publicKey()))
			.signatureCount(material.signatureCount())
			// Asked for at every ceremony: none was made without it.
			.uvInitialized(true)
			.transports(transports(material.transports()))
			.backupEligible(material.backupEligible())
			.backupState(material.backupState())
			.attestationObject(new Bytes(material.attestation()))
			.attestationClientDataJSON(new Bytes(material.attestationClient()))
			.label(passkey.getName())
			.created(passkey.getAddedAt())
			.lastUsed((passkey.getLastUsedAt() != null) ? passkey.getLastUsedAt() : passkey.getAddedAt())
			.build();
	}

	private static Set<AuthenticatorTransport> transports(String names) {
		return Arrays.stream(names.split(","))
			.filter((name) -> !name.isEmpty())
			.map(AuthenticatorTransport::valueOf)
			.collect(Collectors.toSet());
	}

}
