package fr.faireavec.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Something unusual that a second submit overrides. What was read is this warning, about
 * these things: the same said of another day or another name is read anew.
 */
public record Warning(String messageKey, List<String> args) {

	private static final int ENOUGH = 16;

	public static Warning of(String messageKey, String... args) {
		return new Warning(messageKey, List.of(args));
	}

	public Object[] arguments() {
		return this.args.toArray();
	}

	/** What a form sends back once it was read: its key, and what it is about. */
	public String code() {
		return this.messageKey + ":" + fingerprint(String.join("\u001f", this.args));
	}

	/** Those that the person has not overridden yet, beside the others; or none. */
	public static List<Warning> unread(List<Warning> warnings, Set<String> accepted) {
		return warnings.stream().allMatch((warning) -> accepted.contains(warning.code())) ? List.of() : warnings;
	}

	private static String fingerprint(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, ENOUGH);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
