package fr.faireavec.calendar;

/**
 * Folds lines after 75 octets of UTF-8, as RFC 5545 asks (3.1): the library counts
 * characters, and a line of accents comes out too long.
 */
final class Folding {

	private static final int LONGEST = 75;

	private Folding() {
	}

	/**
	 * @param folded a whole file, its lines folded somehow
	 */
	static String byOctets(String folded) {
		String unfolded = folded.replace("\r\n ", "").replace("\r\n\t", "");
		StringBuilder lines = new StringBuilder(unfolded.length() + 100);
		int octets = 0;
		for (int i = 0; i < unfolded.length();) {
			int sign = unfolded.codePointAt(i);
			int length = octets(sign);
			if (sign == '\r' || sign == '\n') {
				octets = 0;
			}
			else if (octets + length > LONGEST) {
				lines.append("\r\n ");
				octets = 1 + length;
			}
			else {
				octets += length;
			}
			lines.appendCodePoint(sign);
			i += Character.charCount(sign);
		}
		return lines.toString();
	}

	private static int octets(int sign) {
		if (sign < 0x80) {
			return 1;
		}
		if (sign < 0x800) {
			return 2;
		}
		return (sign < 0x10000) ? 3 : 4;
	}

}
