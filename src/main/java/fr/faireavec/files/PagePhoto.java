package fr.faireavec.files;

import java.awt.image.BufferedImage;

import fr.faireavec.kernel.Refusal;

/**
 * A page of paper that somebody photographed or scanned, as it is read: within bounds,
 * then drawn anew, so that nothing else passes with it.
 *
 * @param turn by how many quarters it is turned to stand upright, as a clock goes, as far
 * as the camera says
 */
public record PagePhoto(BufferedImage image, int turn) {

	/** A phone's photo has fifty million at the most. */
	static final long MOST_PIXELS = 52_000_000;

	static final long KEPT_PIXELS = 13_000_000;

	/** An A4 at some 85 dots an inch: below, nobody reads a signature. */
	private static final int FEWEST_A_SIDE = 1_000;

	/** An A4 at 200 dots an inch, or at 150 with what is around it. */
	private static final int MOST_A_SIDE = 2_400;

	/**
	 * Reads one page, of those that {@link PageFile} found.
	 * @throws Refusal when it has too many pixels, too few, or cannot be read
	 */
	public static PagePhoto of(byte[] page) {
		FileKind kind = FileKind.of(page).filter(FileKind::isPicture).orElseThrow();
		BufferedImage image = Decoding.read(page, kind, MOST_PIXELS, KEPT_PIXELS);
		if (Math.max(image.getWidth(), image.getHeight()) < FEWEST_A_SIDE) {
			throw Refusal.of("file", "files.page.tooSmall", FEWEST_A_SIDE);
		}
		return new PagePhoto(image, CameraTurn.of(page));
	}

	/**
	 * Draws it anew, turned by so many quarters, as a clock goes.
	 * @return a JPEG of {@link StoredFiles}' size at the most
	 */
	public byte[] jpeg(int quarters) {
		return Drawing.lightJpeg(Drawing.turned(this.image, MOST_A_SIDE, quarters));
	}

	/** One that is kept, turned by so many quarters more. */
	public static byte[] turned(byte[] kept, int quarters) {
		return new PagePhoto(Decoding.read(kept, FileKind.JPEG, MOST_PIXELS, MOST_PIXELS), 0).jpeg(quarters);
	}

}
