package fr.faireavec.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Seals what must be read again (AES-256-GCM) and takes the fingerprint of what must only
 * be recognised (HMAC-SHA-256), with keys drawn from the installation's secret: whoever
 * holds a copy of the database alone learns nothing from either.
 */
@Component
public class Sealing {

	private static final String MAC = "HmacSHA256";

	/** Says with which generation of keys something was sealed. */
	private static final String GENERATION = "1:";

	private final BytesEncryptor encryptor;

	private final @Nullable BytesEncryptor former;

	private final SecretKey fingerprints;

	private final @Nullable SecretKey formerFingerprints;

	/**
	 * @param former the secret before this one, while what it sealed is still read
	 */
	Sealing(@Value("${faireavec.secret:}") String configured, @Value("${faireavec.former-secret:}") String former,
			ObjectProvider<InstallationSecret> embedded) {
		InstallationSecret own = configured.isBlank() ? embedded.getIfAvailable() : null;
		SecretKey root = root(((own != null) ? own : new InstallationSecret(configured)).value());
		this.encryptor = encryptor(root);
		this.former = former.isBlank() ? null : encryptor(root(former));
		this.fingerprints = fingerprints(root);
		this.formerFingerprints = former.isBlank() ? null : fingerprints(root(former));
	}

	public String seal(String text) {
		return GENERATION
				+ Base64.getEncoder().encodeToString(this.encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @throws IllegalStateException when it was sealed with another secret, or altered
	 */
	public String open(String sealed) {
		if (!sealed.startsWith(GENERATION)) {
			throw new IllegalStateException("not sealed here");
		}
		byte[] bytes = Base64.getDecoder().decode(sealed.substring(GENERATION.length()));
		try {
			return new String(this.encryptor.decrypt(bytes), StandardCharsets.UTF_8);
		}
		catch (IllegalStateException other) {
			if (this.former == null) {
				throw other;
			}
			return new String(this.former.decrypt(bytes), StandardCharsets.UTF_8);
		}
	}

	/** Sealed with the secret of now, what the one before it had sealed; else empty. */
	public Optional<String> sealedAnew(String sealed) {
		byte[] bytes = Base64.getDecoder().decode(sealed.substring(GENERATION.length()));
		try {
			this.encryptor.decrypt(bytes);
			return Optional.empty();
		}
		catch (IllegalStateException former) {
			return Optional.of(seal(open(sealed)));
		}
	}

	private static SecretKey fingerprints(SecretKey root) {
		return new SecretKeySpec(mac(root, "fingerprints"), MAC);
	}

	private static SecretKey root(String secret) {
		return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
	}

	private static BytesEncryptor encryptor(SecretKey root) {
		return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(mac(root, "sealing"), "AES")).build();
	}

	/** 64 hexadecimal digits, always the same for one purpose and one text. */
	public String fingerprint(String purpose, String text) {
		return HexFormat.of().formatHex(mac(this.fingerprints, purpose + "\0" + text));
	}

	/** The same with the secret before this one, while there is one. */
	public Optional<String> formerFingerprint(String purpose, String text) {
		return Optional.ofNullable(this.formerFingerprints)
			.map((key) -> HexFormat.of().formatHex(mac(key, purpose + "\0" + text)));
	}

	private static byte[] mac(SecretKey key, String text) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
