package fr.faireavec.structures;

import java.util.Locale;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** An association's number in the national register: W and nine digits. */
public record Rna(String value) {

	public Rna {
		if (!value.matches("W[0-9]{9}")) {
			throw Refusal.of("rna", "structures.rna.invalid");
		}
	}

	/**
	 * Reads what people type; null when blank.
	 * @throws Refusal when it is no RNA number
	 */
	public static @Nullable Rna parse(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		return new Rna(typed.replaceAll("[\\s\\u00a0\\u202f.-]", "").toUpperCase(Locale.ROOT));
	}

}
