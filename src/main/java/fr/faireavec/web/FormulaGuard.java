package fr.faireavec.web;

import java.util.regex.Pattern;

/**
 * Keeps what was typed from becoming a formula in a spreadsheet, whichever separator it
 * reads the file with: a cell of ours may be several cells of its own.
 */
final class FormulaGuard {

	/** A cell that is a number and nothing else stays one. */
	private static final Pattern NEGATIVE = Pattern.compile("-\\d+([.,]\\d+)?");

	/** With their full-width and small forms, which spreadsheets read alike. */
	private static final String STARTS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

	/** Beside line ends and other control characters. */
	private static final String SEPARATORS = ";,|\u2028\u2029";

	/** Letters and marks that show nothing; the other invisible signs are of a kind. */
	private static final Pattern BLANK_LETTER = Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
			+ "\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

	private FormulaGuard() {
	}

	/** A number as it is, or any text made harmless. */
	static String harmless(String cell) {
		return NEGATIVE.matcher(cell).matches() ? cell : text(cell);
	}

	/** The same text with an apostrophe before whatever would start a formula. */
	static String text(String cell) {
		StringBuilder harmless = new StringBuilder(cell.length());
		boolean first = true;
		for (int sign : cell.codePoints().toArray()) {
			if (first && STARTS_A_FORMULA.indexOf(sign) >= 0) {
				harmless.append('\'');
			}
			first = separates(sign) || (first && isUnseen(sign));
			harmless.appendCodePoint(sign);
		}
		return harmless.toString();
	}

	/**
	 * The text before it was made harmless: the apostrophes that stand where one is put.
	 */
	static String typed(String cell) {
		StringBuilder typed = new StringBuilder(cell.length());
		int[] signs = cell.codePoints().toArray();
		boolean first = true;
		for (int i = 0; i < signs.length; i++) {
			boolean put = first && signs[i] == '\'' && i + 1 < signs.length
					&& STARTS_A_FORMULA.indexOf(signs[i + 1]) >= 0;
			if (put) {
				i++;
			}
			first = separates(signs[i]) || (first && isUnseen(signs[i]));
			typed.appendCodePoint(signs[i]);
		}
		return typed.toString();
	}

	private static boolean separates(int sign) {
		return SEPARATORS.indexOf(sign) >= 0 || Character.isISOControl(sign);
	}

	/** What a spreadsheet may drop before it looks at a cell: quotes, blanks, marks. */
	private static boolean isUnseen(int sign) {
		return switch (Character.getType(sign)) {
			case Character.SPACE_SEPARATOR, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
					Character.PRIVATE_USE ->
				true;
			default -> sign == '"' || BLANK_LETTER.matcher(Character.toString(sign)).matches();
		};
	}

}
