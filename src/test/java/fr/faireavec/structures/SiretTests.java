package fr.faireavec.structures;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The numbers by which a structure is known. */
class SiretTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "73282932000074", "732 829 320 00074", "732.829.320-00074", " 732\u00a0829\u202f320 00074 " })
	void readsWhatPeopleType(String typed) {
		assertThat(Siret.parse(typed)).isEqualTo(new Siret("73282932000074"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "35600000000048", "35600000049837" })
	void laPosteFollowsItsOwnRule(String typed) {
		assertThat(Siret.parse(typed)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "73282932000075,structures.siret.key", "7328293200007,structures.siret.length",
			"732829320000741,structures.siret.length", "732829320,structures.siret.siren",
			"7328293200007A,structures.siret.digits", "=1+1,structures.siret.digits",
			"00000000000000,structures.siret.key", "35600000000041,structures.siret.key",
			"٧٣٢٨٢٩٣٢٠٠٠٠٧٤,structures.siret.digits" })
	void saysWhyItIsNone(String typed, String key) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> Siret.parse(typed));
		assertThat(refusal.messageKey()).isEqualTo(key);
		assertThat(refusal.field()).isEqualTo("siret");
	}

	@Test
	void blankIsNone() {
		assertThat(Siret.parse("  ")).isNull();
		assertThat(Rna.parse(null)).isNull();
		assertThat(Departement.parse("")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "59,59", "2,02", "02,02", "2a,2A", "974,974", "59 - Nord,59", "Nord (59),59", "Aisne 02,02" })
	void readsADepartement(String typed, String code) {
		assertThat(Departement.parse(typed)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "96", "978", "Nord", "59000", "2C" })
	void knowsTheDepartements(String typed) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> Departement.parse(typed));
		assertThat(refusal.messageKey()).isEqualTo("structures.departement.invalid");
	}

	@Test
	void anRnaIsAWAndNineDigits() {
		assertThat(Rna.parse("w59 1234567")).isEqualTo(new Rna("W591234567"));
		assertThat(catchThrowableOfType(Refusal.class, () -> Rna.parse("591234567")).messageKey())
			.isEqualTo("structures.rna.invalid");
	}

}
