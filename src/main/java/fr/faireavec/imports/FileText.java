package fr.faireavec.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of a file that does not say how its letters are written: UTF-8 and UTF-16 are
 * recognised for certain; the pages of one byte a letter that spreadsheets write, of
 * Windows, of older Macintoshes and of MS-DOS, by the one that makes it look like French.
 */
final class FileText {

	private static final String BOM = "\uFEFF";

	/** The likelier first. The last is CP850 with a euro. */
	private static final List<Charset> PAGES = List.of(Charset.forName("windows-1252"), Charset.forName("x-MacRoman"),
			Charset.forName("IBM00858"));

	private FileText() {
	}

	/** The text, without a byte order mark; null when the bytes are no text. */
	static @Nullable String of(byte[] bytes) {
		String text = decoded(bytes);
		if (text == null || text.indexOf('\0') >= 0) {
			return null;
		}
		return text.startsWith(BOM) ? text.substring(1) : text;
	}

	private static @Nullable String decoded(byte[] bytes) {
		Charset wide = wide(bytes);
		if (wide != null) {
			return strictly(bytes, wide);
		}
		String text = strictly(bytes, StandardCharsets.UTF_8);
		return (text != null) ? text : likeliest(bytes);
	}

	private static @Nullable String likeliest(byte[] bytes) {
		String likeliest = null;
		long most = Long.MIN_VALUE;
		for (Charset page : PAGES) {
			String text = strictly(bytes, page);
			long likelihood = (text != null) ? FrenchLetters.likelihood(text) : Long.MIN_VALUE;
			if (text != null && likelihood > most) {
				likeliest = text;
				most = likelihood;
			}
		}
		return likeliest;
	}

	/** UTF-16, which says so, or where every other byte of ASCII is zero. */
	private static @Nullable Charset wide(byte[] bytes) {
		if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16;
		}
		int even = 0;
		int odd = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] == 0) {
				even += 1 - i % 2;
				odd += i % 2;
			}
		}
		if (even == 0 && odd > bytes.length / 4) {
			return StandardCharsets.UTF_16LE;
		}
		return (odd == 0 && even > bytes.length / 4) ? StandardCharsets.UTF_16BE : null;
	}

	private static @Nullable String strictly(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException other) {
			return null;
		}
	}

	/** Whether a file begins with these bytes. */
	static boolean starts(byte[] bytes, int... signature) {
		if (bytes.length < signature.length) {
			return false;
		}
		for (int i = 0; i < signature.length; i++) {
			if ((bytes[i] & 0xFF) != signature[i]) {
				return false;
			}
		}
		return true;
	}

}
