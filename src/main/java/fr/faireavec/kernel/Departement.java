package fr.faireavec.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A French département, or what stands for one overseas, by its code: « 02 », « 59 », «
 * 2A », « 974 », « 988 ».
 */
public record Departement(String code) {

	private static final Pattern CODE = Pattern.compile("0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678]");

	/** « 59 », « 59 - Nord », « Nord (59) ». */
	private static final Pattern TYPED = Pattern.compile("(?<![0-9A-Z])([0-9]{1,3}|2[AB])(?![0-9A-Z])");

	public Departement {
		if (!CODE.matcher(code).matches()) {
			throw Refusal.of("departement", "web.departement.invalid");
		}
	}

	/** Whether a text is codes between spaces, commas or semicolons; none is fine. */
	public static boolean areCodes(String typed) {
		return codes(typed).stream().allMatch((code) -> CODE.matcher(code).matches());
	}

	/** The codes of such a text, in their order, each once. */
	public static List<String> codes(String typed) {
		return Arrays.stream(typed.split("[ ,;]", -1))
			.filter((code) -> !code.isEmpty())
			.map((code) -> code.toUpperCase(Locale.ROOT))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Reads what people type, « 2 » and « 59 - Nord » included; null when blank.
	 * @throws Refusal when there is no such département
	 */
	public static @Nullable String parse(@Nullable String typed) {
		if (typed == null || CleanText.line(typed).isEmpty()) {
			return null;
		}
		Matcher found = TYPED.matcher(CleanText.line(typed).toUpperCase(Locale.ROOT));
		String code = found.find() ? found.group(1) : "";
		return new Departement((code.length() == 1) ? "0" + code : code).code();
	}

}
