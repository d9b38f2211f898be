package fr.faireavec.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import fr.faireavec.kernel.Refusal;

/**
 * A picture somebody gave, drawn anew: what was hidden in its file, before it, after it
 * or between (where a photo was taken, another file) is gone.
 */
public final class Picture {

	/** In bytes. */
	public static final int MOST_BYTES = 2 * 1024 * 1024;

	/** In pixels, the longest side of a logo: five times what a document shows. */
	public static final int LOGO_SIDE = 400;

	private static final long MOST_PIXELS = 24_000_000;

	private Picture() {
	}

	/**
	 * Reads a PNG or a JPEG and draws it anew, on white.
	 * @param name the file's own, of which the ending alone is looked at
	 * @param longest so many pixels a side at the most: a larger one is made smaller
	 * @return a PNG
	 * @throws Refusal for any other file, one whose name says otherwise than what it is,
	 * one too large, before it is decoded, or one that cannot be read
	 */
	public static byte[] drawnAnew(byte[] file, String name, int longest) {
		if (file.length == 0) {
			throw Refusal.of("file", "files.none");
		}
		if (file.length > MOST_BYTES) {
			throw Refusal.of("file", "files.tooLarge");
		}
		FileKind kind = FileKind.required(file, FileKind::isPicture, "files.notAPicture");
		if (!kind.isCalled(name)) {
			throw Refusal.of("file", "files.ending");
		}
		return png(Drawing.smaller(Decoding.read(file, kind, MOST_PIXELS, MOST_PIXELS), longest));
	}

	private static byte[] png(BufferedImage image) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
