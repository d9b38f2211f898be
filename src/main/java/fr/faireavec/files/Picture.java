package fr.faireavec.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import fr.faireavec.kernel.Refusal;

/**
 * A picture somebody gave, drawn anew: what was hidden in its file, before it, after it
 * or between (where a photo was taken, another file) is gone.
 */
public final class Picture {

	/** In bytes. */
	public static final int MOST_BYTES = 2 * 1024 * 1024;

	private static final long MOST_PIXELS = 24_000_000;

	private static final int LONGEST_SIDE = 12_000;

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
		FileKind kind = FileKind.of(file).orElseThrow(() -> Refusal.of("file", "files.notAPicture"));
		if (!kind.isCalled(name)) {
			throw Refusal.of("file", "files.ending");
		}
		return png(smaller(read(file, kind), longest));
	}

	private static BufferedImage read(byte[] file, FileKind kind) {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
		try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			// Without what it says of itself: nothing compressed in there is opened.
			reader.setInput(input, true, true);
			long width = reader.getWidth(0);
			long height = reader.getHeight(0);
			if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
				throw Refusal.of("file", "files.tooManyPixels");
			}
			return reader.read(0);
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
			throw Refusal.of("file", "files.unreadable");
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage smaller(BufferedImage image, int longest) {
		double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = drawn.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
		pen.dispose();
		return drawn;
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
