package fr.faireavec.kernel;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.Spellings.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The ways somebody is named, and what only looks like one. */
class SpellingsTests {

	private static final Spellings INES = new Spellings(Set.of(new Name("Inès", "Carpentier")),
			List.of("ines.carpentier@exemple.fr"));

	private static final Spellings COMPOUND = new Spellings(Set.of(new Name("Marie-Ange", "d’Arc Le Goff")), List.of());

	@ParameterizedTest
	@ValueSource(strings = { "Inès Carpentier", "inès carpentier", "INES CARPENTIER", "Ines Carpentier",
			"Carpentier Inès", "CARPENTIER Inès", "Carpentier, Inès", "Mme Inès Carpentier", "Mme Carpentier",
			"madame carpentier", "M. Carpentier", "Mlle. Carpentier", "Dr Carpentier", "Inès C.", "Inès C",
			"I. Carpentier", "Mme I. Carpentier", "Inès\u00a0Carpentier", "Inès\u202fCarpentier", "Inès\nCarpentier",
			"Ine\u0300s Carpentier", "Inès Car\u00adpentier", "Inès\u200b Carpentier", "Inès-Carpentier",
			"Inès_Carpentier", "Carpentier;Inès", "\"Inès\",\"Carpentier\"", "ines.carpentier@exemple.fr",
			"Ines.Carpentier@EXEMPLE.fr", "\uff29nès Carpentier" })
	void whicheverTheSpelling(String spelling) {
		for (String around : List.of("%s", "Vu %s hier.", "« %s », dit-elle", "avec l’aide d’%s", "(%s)", "%s\net",
				"chez %s ; puis")) {
			String text = around.formatted(spelling);
			assertThat(INES.without(text)).as(text)
				.contains(PersonalRecords.NOBODY)
				.doesNotContainIgnoringCase("carpentier")
				.doesNotContain("In\u00e8s")
				.startsWith(around.substring(0, around.indexOf("%s")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Inès", "Carpentier", "Inès Carpentiere", "Minès Carpentier", "Paul Carpentier",
			"Inès Dupont", "à Carpentier", "a. carpentier", "un carpentier", "Inès c’est nous", "Inès a dit",
			"rue Inès, et M. Paul", "Présidente Tierce", "" })
	void whatOnlyLooksLikeItStays(String text) {
		assertThat(INES.without(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Marie-Ange d’Arc Le Goff", "Marie Ange d'Arc Le Goff", "marie‑ange D´ARC LE GOFF",
			"Mme d’Arc-Le Goff", "D’ARC LE GOFF, Marie‐Ange", "M.-A. d’Arc Le Goff", "Mme D Arc Le Goff" })
	void compoundNamesWithWhicheverHyphenOrApostrophe(String text) {
		assertThat(COMPOUND.without(text)).isEqualTo(PersonalRecords.NOBODY);
	}

	@Test
	void aTextCutShortInTheMiddleOfTheName() {
		assertThat(INES.without("Bilan du jour avec Inès Carpen…")).isEqualTo("Bilan du jour avec Personne effacée…");
		assertThat(INES.without("avec Carpentier In")).isEqualTo("avec Personne effacée");
		assertThat(INES.without("Inès Car est venue")).isEqualTo("Inès Car est venue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xines.c@exemple.fr", "ines.c@exemple.fr.autre.org", "a-ines.c@exemple.fr",
			"ines.c@exemple.france" })
	void anAddressWithinAnotherIsNotTheirs(String text) {
		Spellings address = new Spellings(Set.of(), List.of("ines.c@exemple.fr"));
		assertThat(address.without(text)).isEqualTo(text);
		assertThat(address.without("<INES.C@exemple.fr>.")).isEqualTo("<Personne effacée>.");
	}

	@Test
	void eachPlaceOnceAndTheRestToTheByte() {
		assertThat(INES.without("Inès Carpentier, Mme Inès Carpentier et Carpentier Inès Carpentier\u00a0!"))
			.isEqualTo("Personne effacée, Personne effacée et Personne effacée Carpentier\u00a0!");
		assertThat(INES.in("Vu Mme Inès Carpentier.")).hasSize(1);
	}

	@Test
	void aNameOfThreeWordsThatNobodyCut() {
		Spellings guest = new Spellings(Set.of(Name.of("Anne Le Goff")), List.of());
		assertThat(guest.without("Le Goff Anne, puis Anne Le Goff"))
			.isEqualTo("Personne effacée, puis Personne effacée");
	}

	/** Whoever calls themselves by eighty letters makes nobody look for long. */
	@Test
	void aNameOfVeryManyWordsCountsAsItStands() {
		String letters = "a ".repeat(40).strip();
		Spellings endless = new Spellings(Set.of(new Name(letters, letters), new Name("", letters + " b")), List.of());
		assertThat(endless.length()).isLessThan(3_000);
		assertThat(endless.without("Vu " + letters + " " + letters + " hier")).isEqualTo("Vu Personne effacée hier");
		assertThat(endless.without("Vu " + letters + " b hier")).isEqualTo("Vu Personne effacée hier");
		String eight = "abcdefghi ".repeat(8).strip();
		assertThat(new Spellings(Set.of(new Name(eight, eight)), List.of()).length()).isLessThan(12_000);
	}

	@Test
	void nothingToLookForFindsNothing() {
		assertThat(new Spellings(Set.of(new Name("", "")), List.of("", " ")).without("Rien à voir"))
			.isEqualTo("Rien à voir");
	}

	/** Long texts full of beginnings of names take no more than their length. */
	@Test
	void staysLinear() {
		String text = "marie ange d arc le ".repeat(20_000);
		assertThat(COMPOUND.without(text)).isEqualTo(text);
	}

}
