package fr.faireavec.files;

import java.awt.image.BufferedImage;

import fr.faireavec.kernel.Refusal;

/**
 * What somebody took with a phone, drawn anew and upright: neither the place nor the
 * moment that its file told are left. And the same, small, for lists.
 *
 * @param shown a JPEG
 * @param small a JPEG
 */
@SuppressWarnings("ArrayRecordComponent")
public record Photo(byte[] shown, byte[] small) {

	/** In bytes: what phones make, and no more. */
	public static final int MOST_BYTES = PageFile.MOST_BYTES;

	private static final int MOST_A_SIDE = 1_920;

	private static final int SMALL_SIDE = 480;

	/**
	 * Reads a JPEG or a PNG.
	 * @param name the file's own, of which the ending alone is looked at
	 * @throws Refusal for any other file, with how to make one of it where a telephone
	 * wrote its own kind; for one whose name says otherwise than what it is; for one too
	 * large, before it is decoded, or one that cannot be read
	 */
	public static Photo of(byte[] file, String name) {
		if (file.length == 0) {
			throw Refusal.of("file", "files.empty");
		}
		if (file.length > MOST_BYTES) {
			throw Refusal.of("file", "files.page.tooLarge", MOST_BYTES / (1024 * 1024));
		}
		FileKind kind = FileKind.required(file, FileKind::isPicture, "files.notAPicture");
		if (!kind.isCalled(name)) {
			throw Refusal.of("file", "files.ending");
		}
		BufferedImage image = Decoding.read(file, kind, PagePhoto.MOST_PIXELS, PagePhoto.KEPT_PIXELS);
		int turn = CameraTurn.of(file);
		return new Photo(Drawing.lightJpeg(Drawing.turned(image, MOST_A_SIDE, turn)),
				Drawing.lightJpeg(Drawing.turned(image, SMALL_SIDE, turn)));
	}

}
