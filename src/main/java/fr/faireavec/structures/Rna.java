package fr.faireavec.structures;

import java.util.Locale;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An association's number in the national register: W, the three characters of its
 * registry (« 591 », but « 2A1 » in Corsica and « 9R1 » overseas), six digits.
 */
public record Rna(String value) {

	public Rna {
		if (!value.matches("W(?:[0-9]{2}|2[AB]|9[A-Z])[0-9]{7}")) {
			throw Refusal.of("rna", "structures.rna.invalid");
		}
	}

	/**
	 * Reads what people type; null when blank.
	 * @throws Refusal when it is no RNA number
	 */
	public static @Nullable Rna parse(@Nullable String typed) {
		if (typed == null || CleanText.line(typed).isEmpty()) {
			return null;
		}
		return new Rna(CleanText.compact(typed).replaceAll("[.-]", "").toUpperCase(Locale.ROOT));
	}

}
