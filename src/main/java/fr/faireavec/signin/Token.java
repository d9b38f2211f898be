package fr.faireavec.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A secret of 256 random bits for an address; only its SHA-256 is kept. */
record Token(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static Token draw() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
