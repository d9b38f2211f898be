package fr.faireavec.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held: the only thing that is read of what a photo says of itself, and
 * it is not kept.
 */
final class CameraTurn {

	private static final int START = 0xFFD8;

	private static final int EXIF = 0xFFE1;

	private static final int PICTURE = 0xFFDA;

	private static final int SEGMENTS = 0xFF00;

	private static final String NAME = "Exif\0\0";

	private static final int ORIENTATION = 0x0112;

	private static final int ENTRY = 12;

	private static final int VALUE = 8;

	private static final int MOST_ENTRIES = 200;

	private CameraTurn() {
	}

	/**
	 * By how many quarters a JPEG is turned to stand upright, as a clock goes; none where
	 * it does not say.
	 */
	static int of(byte[] jpeg) {
		ByteBuffer file = ByteBuffer.wrap(jpeg);
		if (file.remaining() < Short.BYTES || (file.getShort() & 0xFFFF) != START) {
			return 0;
		}
		while (file.remaining() >= 2 * Short.BYTES) {
			int marker = file.getShort() & 0xFFFF;
			int length = (file.getShort() & 0xFFFF) - Short.BYTES;
			if (marker < SEGMENTS || marker == PICTURE || length < 0 || length > file.remaining()) {
				return 0;
			}
			ByteBuffer segment = file.slice(file.position(), length);
			if (marker == EXIF && isExif(segment)) {
				return turn(segment.position(NAME.length()).slice());
			}
			file.position(file.position() + length);
		}
		return 0;
	}

	private static boolean isExif(ByteBuffer segment) {
		byte[] name = new byte[NAME.length()];
		if (segment.remaining() < name.length) {
			return false;
		}
		segment.get(0, name);
		return new String(name, StandardCharsets.ISO_8859_1).equals(NAME);
	}

	/** As TIFF writes it: an order of bytes, then a list of entries. */
	private static int turn(ByteBuffer tiff) {
		if (tiff.remaining() < VALUE) {
			return 0;
		}
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int list = tiff.getInt(Integer.BYTES);
		if (list < 0 || list > tiff.limit() - Short.BYTES) {
			return 0;
		}
		int entries = Math.min(tiff.getShort(list) & 0xFFFF, MOST_ENTRIES);
		for (int i = 0; i < entries; i++) {
			int at = list + Short.BYTES + i * ENTRY;
			if (at + ENTRY > tiff.limit()) {
				return 0;
			}
			if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
				return switch (tiff.getShort(at + VALUE)) {
					case 3 -> 2;
					case 6 -> 1;
					case 8 -> 3;
					default -> 0;
				};
			}
		}
		return 0;
	}

}
