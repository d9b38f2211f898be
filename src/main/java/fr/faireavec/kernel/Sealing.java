package fr.faireavec.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

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

	private final BytesEncryptor encryptor;

	private final SecretKey fingerprints;

	Sealing(@Value("${faireavec.secret:}") String configured, ObjectProvider<InstallationSecret> embedded) {
		InstallationSecret own = configured.isBlank() ? embedded.getIfAvailable() : null;
		String secret = ((own != null) ? own : new InstallationSecret(configured)).value();
		SecretKey root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
		this.encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(mac(root, "sealing"), "AES")).build();
		this.fingerprints = new SecretKeySpec(mac(root, "fingerprints"), MAC);
	}

	public String seal(String text) {
		return Base64.getEncoder().encodeToString(this.encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @throws IllegalStateException when it was sealed with another secret, or altered
	 */
	public String open(String sealed) {
		return new String(this.encryptor.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
	}

	/** 64 hexadecimal digits, always the same for one purpose and one text. */
	public String fingerprint(String purpose, String text) {
		return HexFormat.of().formatHex(mac(this.fingerprints, purpose + "\0" + text));
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
