package fr.faireavec.mail;

import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.faireavec.kernel.Sealing;

import org.springframework.stereotype.Component;

/**
 * The sign by which a letter of ours is known when it comes back, in a header of its own
 * and in the address it comes back to: mail services replace its Message-ID. Nobody else
 * can make one.
 */
@Component
class LetterMark {

	/** The header that bears it. */
	static final String HEADER = "X-Faire-Avec-Letter";

	private static final int ID = 32;

	private static final int SEAL = 16;

	private static final Pattern MARK = Pattern.compile("(?<![0-9a-f])[0-9a-f]{" + (ID + SEAL) + "}(?![0-9a-f])",
			Pattern.CASE_INSENSITIVE);

	private final Sealing sealing;

	LetterMark(Sealing sealing) {
		this.sealing = sealing;
	}

	/** 48 hexadecimal digits, short enough for the first part of an address. */
	String of(UUID letterId) {
		return letterId.toString().replace("-", "")
				+ this.sealing.fingerprint("letter", letterId.toString()).substring(0, SEAL);
	}

	/** The letters whose marks stand in this text. */
	List<UUID> in(String text) {
		return MARK.matcher(text).results().map(MatchResult::group).flatMap(this::letter).distinct().toList();
	}

	private Stream<UUID> letter(String mark) {
		String id = mark.substring(0, ID).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
		UUID letterId = UUID.fromString(id);
		boolean ours = MessageDigest.isEqual(of(letterId).getBytes(StandardCharsets.US_ASCII),
				mark.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
		return ours ? Stream.of(letterId) : Stream.empty();
	}

}
