package fr.faireavec.files;

import fr.faireavec.kernel.Refusal;

/** A PDF somebody gave. It is never opened here, and is handed on as it came. */
public final class PdfFile {

	/** In bytes: what {@link StoredFiles} keeps. */
	public static final int MOST_BYTES = 10 * 1024 * 1024;

	private PdfFile() {
	}

	/** Whether that is what a file is, whatever its name says. */
	public static boolean is(byte[] file) {
		return FileKind.of(file).filter((kind) -> kind == FileKind.PDF).isPresent();
	}

	/**
	 * Looks at one before it is kept.
	 * @param name the file's own, of which the ending alone is looked at
	 * @throws Refusal when its name says otherwise, or it is too heavy
	 */
	public static byte[] checked(byte[] file, String name) {
		if (!FileKind.PDF.isCalled(name)) {
			throw Refusal.of("file", "files.page.ending");
		}
		if (file.length > MOST_BYTES) {
			throw Refusal.of("file", "files.page.tooLarge", MOST_BYTES / (1024 * 1024));
		}
		return file;
	}

}
