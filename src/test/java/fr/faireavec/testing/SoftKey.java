package fr.faireavec.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A passkey without a browser, which says whatever it is told to: the answers of an
 * honest one, and those of a forger (WebAuthn 3, §6.1 and §6.5).
 */
public final class SoftKey {

	private final KeyPair pair;

	private final byte[] id;

	private final String host;

	public SoftKey(String host) {
		this(host, random(32));
	}

	/**
	 * @param id perhaps another key's
	 */
	public SoftKey(String host, byte[] id) {
		this.host = host;
		this.id = id.clone();
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.pair = generator.generateKeyPair();
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	public byte[] id() {
		return this.id.clone();
	}

	/** What it says when it is made. */
	public String made(Said said) {
		byte[] credential = joined(new byte[16], ByteBuffer.allocate(2).putShort((short) this.id.length).array(),
				this.id, publicKey());
		byte[] attested = cbor(ordered("fmt", "none", "attStmt", Map.of(), "authData",
				joined(data(said, (byte) (said.flags() | 0x40)), credential)));
		return """
				{"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
				 "response": {"attestationObject": "%2$s", "clientDataJSON": "%3$s", "transports": ["internal"]}}"""
			.formatted(text(this.id), text(attested), text(client("webauthn.create", said)));
	}

	/** What it says when it is shown. */
	public String shown(Said said) {
		byte[] data = data(said, said.flags());
		byte[] client = client("webauthn.get", said);
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.pair.getPrivate());
			signature.update(joined(data, sha256(client)));
			return """
					{"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
					 "response": {"authenticatorData": "%2$s", "clientDataJSON": "%3$s", "signature": "%4$s"}}"""
				.formatted(text(this.id), text(data), text(client), text(signature.sign()));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private byte[] data(Said said, byte flags) {
		String where = (said.host() != null) ? said.host() : this.host;
		return joined(sha256(where.getBytes(StandardCharsets.UTF_8)), new byte[] { flags },
				ByteBuffer.allocate(4).putInt(said.count()).array());
	}

	private static byte[] client(String type, Said said) {
		return """
				{"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
			.formatted((said.type() != null) ? said.type() : type, said.challenge(), said.origin())
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] publicKey() {
		ECPublicKey key = (ECPublicKey) this.pair.getPublic();
		Map<Object, Object> cose = new LinkedHashMap<>();
		cose.put(1, 2);
		cose.put(3, -7);
		cose.put(-1, 1);
		cose.put(-2, coordinate(key.getW().getAffineX()));
		cose.put(-3, coordinate(key.getW().getAffineY()));
		return cbor(cose);
	}

	private static byte[] coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[32];
		int length = Math.min(32, bytes.length);
		System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
		return fixed;
	}

	private static byte[] cbor(Object value) {
		return switch (value) {
			case Integer number when number >= 0 -> head(0, number);
			case Integer number -> head(1, -1 - number);
			case byte[] bytes -> joined(head(2, bytes.length), bytes);
			case String text -> joined(head(3, text.length()), text.getBytes(StandardCharsets.UTF_8));
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.map((entry) -> joined(cbor(entry.getKey()), cbor(entry.getValue())))
				.reduce(head(5, map.size()), SoftKey::joined);
			default -> throw new IllegalArgumentException("not of a passkey: " + value);
		};
	}

	private static byte[] head(int kind, int number) {
		return (number < 24) ? new byte[] { (byte) (kind << 5 | number) }
				: (number < 256) ? new byte[] { (byte) (kind << 5 | 24), (byte) number }
						: new byte[] { (byte) (kind << 5 | 25), (byte) (number >> 8), (byte) number };
	}

	private static Map<String, Object> ordered(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put((String) pairs[i], pairs[i + 1]);
		}
		return map;
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	public static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	/** As the browser writes bytes. */
	public static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * What is said to the site; null leaves what is true.
	 *
	 * @param flags 1 somebody is there, 4 and it was verified who
	 * @param count of its signatures
	 */
	public record Said(String challenge, String origin, byte flags, int count, @Nullable String type,
			@Nullable String host) {

		public static Said truly(String challenge, String origin, int count) {
			return new Said(challenge, origin, (byte) 5, count, null, null);
		}

		public Said challenge(String other) {
			return new Said(other, this.origin, this.flags, this.count, this.type, this.host);
		}

		public Said origin(String other) {
			return new Said(this.challenge, other, this.flags, this.count, this.type, this.host);
		}

		public Said flags(int other) {
			return new Said(this.challenge, this.origin, (byte) other, this.count, this.type, this.host);
		}

		public Said type(String other) {
			return new Said(this.challenge, this.origin, this.flags, this.count, other, this.host);
		}

		public Said host(String other) {
			return new Said(this.challenge, this.origin, this.flags, this.count, this.type, other);
		}

	}

}
