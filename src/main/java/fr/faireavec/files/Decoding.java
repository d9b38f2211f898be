package fr.faireavec.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import fr.faireavec.kernel.Refusal;

/** Reads pictures: how large they are is looked at before any of it is drawn. */
final class Decoding {

	private static final int LONGEST_SIDE = 12_000;

	private Decoding() {
	}

	/**
	 * Reads one.
	 * @param most of more pixels, it is refused
	 * @param kept of more pixels, one in so many is read
	 * @throws Refusal when it is too large, or broken
	 */
	static BufferedImage read(byte[] file, FileKind kind, long most, long kept) {
		return opened(file, kind, (reader) -> {
			long width = reader.getWidth(0);
			long height = reader.getHeight(0);
			if (width * height > most || Math.max(width, height) > LONGEST_SIDE) {
				throw Refusal.of("file", "files.tooManyPixels");
			}
			int every = (int) Math.ceil(Math.sqrt((double) (width * height) / kept));
			ImageReadParam how = reader.getDefaultReadParam();
			how.setSourceSubsampling(every, every, 0, 0);
			return reader.read(0, how);
		});
	}

	/**
	 * The longer side of one, in pixels.
	 * @throws Refusal when it is broken
	 */
	static int longestSide(byte[] file, FileKind kind) {
		return opened(file, kind, (reader) -> Math.max(reader.getWidth(0), reader.getHeight(0)));
	}

	private static <T> T opened(byte[] file, FileKind kind, Reading<T> reading) {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
		try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			// Without what it says of itself: nothing compressed in there is opened.
			reader.setInput(input, true, true);
			return reading.of(reader);
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
			throw Refusal.of("file", "files.unreadable");
		}
		finally {
			reader.dispose();
		}
	}

	@FunctionalInterface
	private interface Reading<T> {

		T of(ImageReader reader) throws IOException;

	}

}
