package fr.faireavec.kernel;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for a telephone number: digits as people write them, of France or of
 * elsewhere. What is kept is what was typed, a French number set two by two.
 */
public final class Telephone {

	private static final int LONGEST = 30;

	private static final int FEWEST_DIGITS = 6;

	private static final int MOST_DIGITS = 15;

	private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./-]+");

	private static final Pattern FRENCH = Pattern.compile("0[0-9]{9}");

	private Telephone() {
	}

	/**
	 * Reads what people type or paste; null when blank.
	 * @param field whom a refusal blames
	 * @throws Refusal when it cannot be called
	 */
	public static @Nullable String read(String field, @Nullable String typed) {
		String number = (typed == null) ? "" : CleanText.halfWidth(CleanText.line(typed));
		if (number.isEmpty()) {
			return null;
		}
		String digits = number.replaceAll("[^0-9]", "");
		if (number.length() > LONGEST || !WRITTEN.matcher(number).matches() || digits.length() < FEWEST_DIGITS
				|| digits.length() > MOST_DIGITS) {
			throw Refusal.of(field, "web.telephone");
		}
		boolean french = !number.startsWith("+") && FRENCH.matcher(digits).matches();
		return french ? digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{2})+$)", " ") : number;
	}

}
