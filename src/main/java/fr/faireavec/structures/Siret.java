package fr.faireavec.structures;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A SIRET: 14 digits with Luhn's key. La Poste's establishments (SIREN 356 000 000)
 * follow their own rule: the sum of the digits is a multiple of 5 (Insee).
 */
public record Siret(String value) {

	private static final String LA_POSTE = "356000000";

	public Siret {
		if (!value.matches("[0-9]{14}")) {
			throw unreadable(value);
		}
		if (!hasItsKey(value)) {
			throw Refusal.of("siret", "structures.siret.key");
		}
	}

	/**
	 * Reads what people type, spaces and dots included; null when blank.
	 * @throws Refusal when it is no SIRET
	 */
	public static @Nullable Siret parse(@Nullable String typed) {
		if (typed == null || CleanText.line(typed).isEmpty()) {
			return null;
		}
		return new Siret(CleanText.compact(typed).replaceAll("[.-]", ""));
	}

	private static Refusal unreadable(String value) {
		if (value.matches("[0-9]{9}")) {
			return Refusal.of("siret", "structures.siret.siren");
		}
		return value.matches("[0-9]+") ? Refusal.of("siret", "structures.siret.length", value.length())
				: Refusal.of("siret", "structures.siret.digits");
	}

	private static boolean hasItsKey(String digits) {
		int plainSum = 0;
		int luhnSum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(i) - '0';
			plainSum += digit;
			int weighted = (i % 2 == 0) ? digit * 2 : digit;
			luhnSum += (weighted > 9) ? weighted - 9 : weighted;
		}
		boolean anything = plainSum > 0;
		return anything && (luhnSum % 10 == 0 || (digits.startsWith(LA_POSTE) && plainSum % 5 == 0));
	}

}
