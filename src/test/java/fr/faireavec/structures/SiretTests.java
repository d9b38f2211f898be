package fr.faireavec.structures;

import fr.faireavec.kernel.Departement;
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
	@CsvSource({ "59,59", "2,02", "02,02", "2a,2A", "974,974", "977,977", "978,978", "984,984", "986,986", "987,987",
			"988,988", "\u00a02b\u200b,2B", "59 - Nord,59", "Nord (59),59", "Aisne 02,02" })
	void readsADepartement(String typed, String code) {
		assertThat(Departement.parse(typed)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "96", "979", "985", "989", "Nord", "59000", "2C" })
	void knowsTheDepartements(String typed) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> Departement.parse(typed));
		assertThat(refusal.messageKey()).isEqualTo("web.departement.invalid");
	}

	@ParameterizedTest
	@CsvSource({ "w59 1234567,W591234567", "W9R1003945,W9R1003945", "w2a1000456,W2A1000456",
			"W2B\u00a01000456\u200b,W2B1000456", "W.9G1\u202f000\u202f123,W9G1000123" })
	void readsAnRnaOfAnyRegistry(String typed, String number) {
		assertThat(Rna.parse(typed)).isEqualTo(new Rna(number));
	}

	@ParameterizedTest
	@ValueSource(strings = { "591234567", "W59123456", "W5912345678", "W9RA003945", "WA91003945", "W2C1000456",
			"W59123456O", "Ꮃ591234567" })
	void anRnaIsAWItsRegistryAndItsRank(String typed) {
		assertThat(catchThrowableOfType(Refusal.class, () -> Rna.parse(typed)).messageKey())
			.isEqualTo("structures.rna.invalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "732\u00a0829\u00a0320\u00a000074", "\u200b732829320\u202f00074\ufeff",
			"732\u2009829 320-000.74", "７３２８２９３２００００７４" })
	void readsASiretWhateverIsStuckToIt(String typed) {
		assertThat(Siret.parse(typed)).isEqualTo(new Siret("73282932000074"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Saint-Omer", "St-Omer", "ST OMER CEDEX", "St. Omer Cedex 2", "62500 Saint-Omer",
			"saint-omer (62)", "SAINT\u00a0OMER", "Saint‑Omer", "saint omer (Pas-de-Calais)",
			"\u200bSaint-Omer\u00ad" })
	void oneCommuneManyWays(String typed) {
		assertThat(Commune.key(typed)).isEqualTo("saintomer");
	}

	@ParameterizedTest
	@CsvSource({ "Sainte-Menehould,Ste Menehould", "Quesnoy (Le),Le Quesnoy", "L’Haÿ-les-Roses,l'hay les roses",
			"Neuville s/ Escaut,Neuville-sur-Escaut", "Œuilly,OEUILLY" })
	void otherCommunesToo(String one, String other) {
		assertThat(Commune.key(one)).isEqualTo(Commune.key(other));
	}

	@Test
	void twoCommunesStayTwo() {
		assertThat(Commune.key("Saint-Omer")).isNotEqualTo(Commune.key("Saint-Omer-Capelle"))
			.isNotEqualTo(Commune.key("Omer"));
		assertThat(Commune.key("Paris 12")).isNotEqualTo(Commune.key("Paris 15"));
		assertThat(Commune.key("Stains")).isEqualTo("stains");
		assertThat(Commune.key(null)).isEmpty();
	}

}
