package fr.faireavec.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
