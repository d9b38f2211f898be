package fr.faireavec.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import fr.faireavec.kernel.Refusal;

/** The kinds of files that are taken, known by how they begin and never by their name. */
enum FileKind {

	PNG("png", "\u0089PNG\r\n\u001a\n"),

	JPEG("jpeg", "\u00ff\u00d8\u00ff"),

	PDF("pdf", "%PDF-");

	private final String format;

	/** A byte a character. */
	private final String beginning;

	FileKind(String format, String beginning) {
		this.format = format;
		this.beginning = beginning;
	}

	/** Where the name of its format stands in a file of the HEIF family. */
	private static final int FORMAT_AT = 4;

	private static final int BRAND_AT = 8;

	private static final int BRAND = 4;

	/** What telephones of one maker write where nobody asks for a JPEG. */
	private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1",
			"avif");

	/**
	 * What this file is, of the kinds that are wanted.
	 * @param otherwise the key of what is said of any other
	 * @throws Refusal for any other; how to do it, for a telephone's own kind
	 */
	static FileKind required(byte[] file, Predicate<FileKind> wanted, String otherwise) {
		return of(file).filter(wanted).orElseThrow(() -> Refusal.of("file", isHeic(file) ? "files.heic" : otherwise));
	}

	private static boolean isHeic(byte[] file) {
		return file.length >= BRAND_AT + BRAND && "ftyp".equals(latin(file, FORMAT_AT))
				&& HEIC.contains(latin(file, BRAND_AT));
	}

	private static String latin(byte[] file, int from) {
		return new String(file, from, BRAND, StandardCharsets.ISO_8859_1);
	}

	/** What this file is, if it is of a kind that is taken. */
	static Optional<FileKind> of(byte[] file) {
		return Arrays.stream(values()).filter((kind) -> kind.begins(file)).findFirst();
	}

	private boolean begins(byte[] file) {
		return file.length >= this.beginning.length()
				&& new String(file, 0, this.beginning.length(), StandardCharsets.ISO_8859_1).equals(this.beginning);
	}

	/** Whether a file of that name may be one: its ending alone is looked at. */
	boolean isCalled(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return ending.equals(this.format) || (this == JPEG && "jpg".equals(ending));
	}

	/** Drawn, and nothing else. */
	boolean isPicture() {
		return this != PDF;
	}

	/** As image readers call it. */
	String format() {
		return this.format;
	}

}
