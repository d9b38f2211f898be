package fr.faireavec.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The commonest of the passwords that were stolen somewhere, of those long enough to be
 * taken here. Kept as fingerprints, beside which « breached.txt » says where they come
 * from; nothing is asked of anybody.
 */
final class BreachedPasswords {

	private static final long[] KNOWN = known();

	private BreachedPasswords() {
	}

	static int count() {
		return KNOWN.length;
	}

	/**
	 * Whichever letters are capitals.
	 * @param password normalised
	 */
	static boolean hold(String password) {
		return Arrays.binarySearch(KNOWN, fingerprint(password.toLowerCase(Locale.ROOT))) >= 0;
	}

	private static long fingerprint(String password) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(hash).getLong();
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static long[] known() {
		try (InputStream file = Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream("breached.bin"))) {
			LongBuffer read = ByteBuffer.wrap(file.readAllBytes()).asLongBuffer();
			long[] known = new long[read.remaining()];
			read.get(known);
			Arrays.sort(known);
			return known;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
