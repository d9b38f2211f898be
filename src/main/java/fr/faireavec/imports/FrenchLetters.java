package fr.faireavec.imports;

/**
 * How much a text looks like French, by its letters and signs outside ASCII and those
 * around them: « é » within a word is usual, « Ž » or a capital within a word in small
 * letters is not.
 */
final class FrenchLetters {

	private static final int NEVER = -6;

	private static final int ODD = -4;

	private FrenchLetters() {
	}

	/** The higher, the likelier; 0 for a text without any of them. */
	static long likelihood(String text) {
		long sum = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= 0x80) {
				sum += weight(c, (i > 0) ? text.charAt(i - 1) : ' ',
						(i + 1 < text.length()) ? text.charAt(i + 1) : ' ');
			}
		}
		return sum;
	}

	private static int weight(char c, char before, char after) {
		if (!Character.isLetter(c)) {
			return sign(c, before, after);
		}
		boolean capital = Character.isUpperCase(c);
		boolean small = !capital;
		if ((capital && Character.isLowerCase(before)) || (small && Character.isUpperCase(after))
				|| (capital && Character.isUpperCase(before) && Character.isLowerCase(after))) {
			return ODD;
		}
		int usual = letter(Character.toLowerCase(c), Character.toLowerCase(before), Character.toLowerCase(after));
		return (capital && usual > 1) ? usual - 1 : usual;
	}

	/** How usual a letter is between two others, all in lower case. */
	private static int letter(char c, char before, char after) {
		boolean starts = !Character.isLetter(before);
		boolean ends = !Character.isLetter(after);
		return switch (c) {
			case 'é' -> (starts && isVowel(after)) ? 3 : 8;
			case 'è' -> (!starts && !ends && !isVowel(after)) ? 4 : 1;
			case 'à' -> (ends && (starts || "ljvç".indexOf(before) >= 0)) ? 6 : ODD;
			case 'ç' -> (!ends && "aouâôû".indexOf(after) >= 0) ? 6 : ODD;
			case 'ê' -> (ends || isVowel(after)) ? ODD : 5;
			case 'â', 'î', 'ô', 'û' -> ends ? ODD : (starts || (isVowel(before) && c != 'î' && c != 'û')) ? 2 : 4;
			case 'ù' -> (ends && before == 'o') ? 5 : ODD;
			case 'ë', 'ï' -> isVowel(before) ? 5 : ODD;
			case 'œ' -> (!ends && "udsi".indexOf(after) >= 0) ? 6 : ODD;
			case 'ü', 'ÿ', 'æ' -> ends ? -1 : 1;
			default -> "áãäåìíñòóõöøúýß".indexOf(c) >= 0 ? -1 : ODD;
		};
	}

	private static int sign(char c, char before, char after) {
		boolean between = Character.isLetter(before) && Character.isLetter(after);
		return switch (c) {
			case '’' -> between ? 6 : 0;
			case '°' -> ("nN".indexOf(before) >= 0 || Character.isDigit(before)) ? 4 : 0;
			case '€' -> between ? NEVER : 2;
			case '«' -> (Character.isLetterOrDigit(before) || after == ';') ? ODD : 3;
			case '»' -> (Character.isLetterOrDigit(after) || before == ';') ? ODD : 3;
			case '–', '—', '…', '“', '”', '‘', '·', '•', '²', '½' -> (between && c != '–' && c != '·') ? ODD : 1;
			case '\u00A0' -> (":;!?»%€".indexOf(after) >= 0 || before == '«' || Character.isDigit(before)) ? 2 : 0;
			default -> Character.isISOControl(c) ? NEVER : ODD;
		};
	}

	private static boolean isVowel(char c) {
		return "aeiouyéèêàâîïôùû".indexOf(c) >= 0;
	}

}
