package fr.faireavec.signin;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 random bits for an address; only its fingerprint is kept. */
record Token(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static Token draw() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** Six digits, for somebody to type. */
	static String code() {
		return "%06d".formatted(RANDOM.nextInt(1_000_000));
	}

}
