package fr.faireavec.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.imports.Known.KnownStructure;
import fr.faireavec.imports.PlannedLine.How;
import fr.faireavec.imports.PlannedLine.PlannedPerson;
import fr.faireavec.imports.PlannedLine.Recognised;
import fr.faireavec.imports.PlannedLine.Standing;
import fr.faireavec.accounts.Whose;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each line is checked, matched, and refused with every reason at once. */
class CohortPlanTests {

	private static final LocalDate STARTS = LocalDate.of(2026, 9, 1);

	private static final LocalDate ENDS = LocalDate.of(2027, 6, 30);

	private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

	private static final String HEADINGS = "structure;statut;siret;commune;dpt;prénom pilote;nom pilote;mail pilote;"
			+ "prénom copilote;nom copilote;mail copilote;date du mandat;signataire\n";

	private static final Map<String, Whose> INES = Map.of("ines@demo.example", new Whose(Ids.next(),
			"ines@demo.example", List.of(new Name("Inès", "Carpentier"), new Name("Inès", "Lefèvre")), null));

	private static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), 0);

	@ParameterizedTest
	@CsvSource({ "Asso,ASSOCIATION", "association loi 1901,ASSOCIATION", "loi de 1901,", "S.C.O.P.,SCOP",
			"scic sarl,SCIC", "Coopérative,AUTRE_COOPERATIVE", "MUTUELLE,MUTUELLE", "fondation,FONDATION",
			"société de l'ESS,SOCIETE_ESS", "Collectivité territoriale,COLLECTIVITE",
			"AUTRE_COOPERATIVE,AUTRE_COOPERATIVE", "club,", "autre,AUTRE" })
	void legalFormsAreRecognised(String typed, @Nullable LegalForm expected) {
		assertThat(LegalFormNames.find(typed).orElse(null)).isEqualTo(expected);
	}

	@Test
	void aWholeLineIsRead() {
		CohortLine line = line(
				" Café  Passerelle ;asso;732 829 320 00074;Lens;62;Inès;Carpentier;Ines@Demo.example;;;;15/09/2026;La présidente");
		assertThat(line.reasons()).isEmpty();
		assertThat(line.name()).isEqualTo("Café Passerelle");
		assertThat(line.siret()).hasToString("Siret[value=73282932000074]");
		assertThat(line.pilot()).isEqualTo(new Contact("Inès", "Carpentier", "ines@demo.example", null));
		assertThat(line.copilot()).isNull();
		assertThat(line.from()).isEqualTo(LocalDate.of(2026, 9, 15));
		assertThat(line.signatory()).isEqualTo("La présidente");
	}

	/** « Prénom NOM » in one cell, whichever comes first. */
	@ParameterizedTest
	@CsvSource({ "Pilote,Inès CARPENTIER,Inès,Carpentier", "Pilote,CARPENTIER Inès,Inès,Carpentier",
			"Prénom et nom du pilote,Inès Carpentier,Inès,Carpentier", "NOM Prénom,Carpentier Inès,Inès,Carpentier",
			"Nom et prénom de la pilote,LE GOFF Anne-Marie,Anne-Marie,Le Goff",
			"Référente,Jean Paul D’ARTOIS,Jean Paul,D’Artois", "Nom prénom,CARPENTIER INÈS,Inès,Carpentier" })
	void aWholeNameIsReadInItsTwoParts(String heading, String typed, String given, String family) {
		Contact pilot = lines("structure;statut;" + heading + "\nCafé;asso;" + typed).getFirst().pilot();
		assertThat(pilot).isEqualTo(new Contact(given, family, null, null));
	}

	@Test
	void aNameThatCouldBeCutTwiceIsAskedAbout() {
		CohortLine line = lines("structure;statut;pilote\nCafé;asso;Jean Paul Martin").getFirst();
		assertThat(line.reasons()).extracting(Reason::messageKey).containsExactly("imports.line.whichName");
	}

	@ParameterizedTest
	@CsvSource({ "06.12.34.56.78,06 12 34 56 78", "612345678,06 12 34 56 78", "+32 2 123 45 67,+32 2 123 45 67" })
	void aTelephoneIsReadEvenWhereItLooksLikeSomethingElse(String typed, String kept) {
		CohortLine line = lines("structure;statut;pilote;tél\nCafé;asso;Inès CARPENTIER;" + typed).getFirst();
		assertThat(line.reasons()).isEmpty();
		assertThat(line.pilot()).isEqualTo(new Contact("Inès", "Carpentier", null, kept));
	}

	@Test
	void aLineForEachPersonMakesAStructureOfThoseItNames() {
		List<CohortLine> lines = lines("""
				structure;statut;nom prénom;courriel;rôle
				Café;asso;LECLERCQ Nora;nora@demo.example;copilote
				Radio;scop;MOREL Aïcha;aicha@demo.example;pilote
				Café;;CARPENTIER Inès;ines@demo.example;pilote
				""");
		assertThat(lines).extracting(CohortLine::name).containsExactly("Café", "Radio");
		assertThat(lines).flatExtracting(CohortLine::reasons).isEmpty();
		assertThat(lines.getFirst().pilot()).extracting(Contact::name).isEqualTo("Inès Carpentier");
		assertThat(lines.getFirst().copilot()).extracting(Contact::name).isEqualTo("Nora Leclercq");
		// Without a role the first one pilots; under a merged cell the name is not said
		// again.
		lines = lines(
				"structure;statut;prénom;nom\nCafé;asso;Inès;Carpentier\n;;Nora;Leclercq\nRadio;scop;Aïcha;Morel");
		assertThat(lines).extracting((line) -> Objects.requireNonNull(line.pilot()).name() + ", " + line.copilot())
			.containsExactly("Inès Carpentier, " + new Contact("Nora", "Leclercq", null, null), "Aïcha Morel, null");
		assertThat(lines).flatExtracting(CohortLine::reasons).isEmpty();
	}

	/** What the first line says of a structure is not lost, nor what a later one adds. */
	@Test
	void whatIsSaidOnceOfAStructureHoldsForItsLines() {
		List<CohortLine> lines = lines("""
				structure;statut;siret;commune;pilote;signataire
				Café;asso;73282932000074;Lens;Inès CARPENTIER;
				Café;;;;Nora LECLERCQ;La présidente
				Café;asso;;Lille;Hugo LEMAIRE;
				""");
		assertThat(lines).flatExtracting(CohortLine::reasons).isEmpty();
		assertThat(lines).extracting((line) -> line.commune() + " " + line.signatory() + " " + (line.copilot() != null))
			.containsExactly("Lens La présidente true", "Lille null false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "prénom;nom|Nora;Leclercq|Tom;Bailleul|third",
					"pilote;rôle|Nora LECLERCQ;pilote|Tom BAILLEUL;pilote|sameRole",
					"pilote;rôle|Nora LECLERCQ;copilote|Tom BAILLEUL;trésorier|unknownRole" })
	void aStructureHasOnePilotAndOneCopilot(String headings, String second, String third, String reason) {
		String table = "structure;statut;" + headings + "\nCafé;asso;Inès CARPENTIER;pilote\n";
		if (!headings.contains("rôle")) {
			table = "structure;statut;" + headings + "\nCafé;asso;Inès;Carpentier\n";
		}
		CohortLine line = lines(table + "Café;;" + second + "\nCafé;;" + third + "\n").getFirst();
		assertThat(line.reasons()).extracting(Reason::messageKey).contains("imports.line." + reason);
	}

	private static List<CohortLine> lines(String table) {
		return LineReading.lines(CohortFile.read(table), STARTS, ENDS, TODAY);
	}

	@Test
	void theSignatureHasItsOwnDay() {
		String signed = "structure;statut;nom;prénom;signataire;mandat signé le\nCafé;asso;Carpentier;Inès;";
		assertThat(signing(signed + "La présidente;30/06/2026").signedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
		assertThat(signing(signed + "La présidente;").signedOn()).isNull();
		assertThat(signing(signed + ";30/06/2026").reasons()).extracting(Reason::messageKey)
			.containsExactly("imports.line.noSignatory");
		for (String wrong : List.of("02/10/2026", "30/06/0026")) {
			assertThat(signing(signed + "La présidente;" + wrong).reasons()).extracting(Reason::messageKey)
				.containsExactly("imports.line.signedOutside");
		}
	}

	@Test
	void theMandateStartsWithTheParcoursUnlessTold() {
		assertThat(line("Café;asso").from()).isEqualTo(STARTS);
		assertThat(line("Café;asso;;;;Inès;Carpentier;;;;;2027-01-31").from()).isEqualTo(LocalDate.of(2027, 1, 31));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "",
			value = { ";asso|noName", "Café;|noForm", "Café;club|unknownForm",
					"Café;asso;73282932000075|structures.siret.key", "Café;asso;7,32829E+13|roundedSiret",
					"Café;asso;;;99|wrongDepartement", "Café;asso;;;Nord|wrongDepartement",
					"Café;asso;;;;;;a@b.fr|pilot.noName", "Café;asso;;;;Inès;;|pilot.halfName",
					"Café;asso;;;;;;;;;c@d.fr|copilot.noName", "Café;asso;;;;I;C;ines.example|typed",
					"Café;asso;;;;I;C;a..b@c.fr|typed", "Café;asso;;;;I;C;a@b.fr, c@d.fr|typed",
					"Café;asso;;;;I;C;a@b.fr;N;L;A@B.FR|sameEmail", "Café;asso;;;;;;;;;;31/02/2026|wrongDate",
					"Café;asso;;;;;;;;;;bientôt|wrongDate", "Café;asso;;;;;;;;;;01/09/2025|dateOutside",
					"Café;asso;;;;;;;;;;;La présidente|nothingToSign", "Café;asso;;;;;;;;;;;;;de trop|overflows",
					"=1+1;asso|formula", "+33;asso|formula", "-Café;asso|formula", "@Café;asso|formula",
					"\"\tCafé\";asso|formula", "Café;asso;;=HYPERLINK(A1)|formula", "Café;asso;;;;=cmd;C|formula",
					"Caf\u0007é;asso|control", "Caf\uFFFDé;asso|control", "Café;asso;;;;Inès…;C|typed",
					"Café;asso;;;;I;t.co|typed", "Café;asso;;;;I;C;;;;;;Anne@|typed" })
	void aWrongLineSaysWhy(String cells, String reason) {
		assertThat(line(cells).reasons()).extracting(Reason::messageKey)
			.containsExactly(reason.startsWith("structures.") ? reason : "imports.line." + reason);
	}

	@Test
	void everyReasonOfALineIsGivenAtOnce() {
		assertThat(line(";club;12;;999;;;x").reasons()).extracting(Reason::messageKey)
			.containsExactly("imports.line.noName", "imports.line.unknownForm", "structures.siret.length",
					"imports.line.wrongDepartement", "imports.line.pilot.noName", "imports.line.typed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Café 🎉;asso", "Café;asso;;;2", "Café;asso;;;2a", "Café;asso;;;974",
			"Café;asso;;;;Inès;Carpentier;", "L’@telier \"du bas\";asso", "\"Café\ndu bas\";asso" })
	void theseLinesAreFine(String cells) {
		assertThat(line(cells).reasons()).isEmpty();
	}

	@Test
	void aHugeCellIsRefusedAndNotShownWhole() {
		CohortLine line = line("x".repeat(10_000) + ";asso");
		assertThat(line.reasons()).extracting(Reason::messageKey).containsExactly("imports.line.tooLong");
		assertThat(line.name()).hasSizeLessThan(100);
		String email = "a@" + "b".repeat(260) + ".fr";
		assertThat(line("Café;asso;;;;I;C;" + email).reasons()).isNotEmpty();
	}

	@Test
	void theSecondOfTwoIsRefused() {
		CohortPlan plan = plan(NOTHING, "Café Passerelle;asso;73282932000074;Lens",
				"Autre;asso;732 829 320 00074;Lille", "CAFE-PASSERELLE;asso;;lens", "Café Passerelle;asso;;Arras");
		assertThat(plan.lines()).extracting((line) -> line.reasons().stream().map(Reason::messageKey).toList())
			.containsExactly(List.of(), List.of("imports.line.duplicate"), List.of("imports.line.duplicate"),
					List.of());
		assertThat(plan.lines().get(2).reasons().getFirst().args()).containsExactly(2);
		assertThat(plan.refusedLines()).isEqualTo(2);
		assertThat(plan.structuresToCreate()).isEqualTo(2);
	}

	@Test
	void theDirectoryIsRecognised() {
		KnownStructure bySiret = known("Le Café", "Lens", "73282932000074", false);
		KnownStructure byName = known("Radio des Voisins", "Béthune", null, false);
		KnownStructure vague = known("Lire ensemble", null, null, false);
		Known known = new Known(Map.of("73282932000074", bySiret),
				Map.of("Radio des voisins", List.of(byName), "Lire Ensemble", List.of(vague)), Map.of(), 3);
		CohortPlan plan = plan(known, "Café;asso;73282932000074;Lens", "Radio des voisins;asso;;BETHUNE",
				"Lire Ensemble;asso;;Lens", "Neuve;asso");
		assertThat(plan.lines()).extracting(PlannedLine::recognised)
			.containsExactly(new Recognised(bySiret.id(), "Le Café", How.SIRET),
					new Recognised(byName.id(), "Radio des Voisins", How.NAME_AND_COMMUNE),
					new Recognised(vague.id(), "Lire ensemble", How.NAME), null);
		assertThat(plan.isRefused()).isFalse();
		assertThat(plan.structuresRecognised()).isEqualTo(3);
		assertThat(plan.activeAfter()).isEqualTo(7);
	}

	@Test
	void whatTheDirectoryCannotTellApartIsRefused() {
		KnownStructure one = known("Radio", "Lens", "73282932000074", true);
		KnownStructure other = known("Radio", "Lens", null, false);
		assertThat(reasons(one, "Radio;asso;;Lens")).containsExactly("imports.line.enrolled");
		assertThat(reasons(one, "Radio;asso")).containsExactly("imports.line.whichCommune");
		assertThat(reasons(one, "Radio;asso;;Arras")).isEmpty();
		assertThat(reasons(one, "Radio;asso;35600000000048;Lens")).contains("imports.line.otherSiret");
		Known two = new Known(Map.of(), Map.of("Radio", List.of(one, other)), Map.of(), 0);
		assertThat(plan(two, "Radio;asso;;Lens").lines().getFirst().reasons()).extracting(Reason::messageKey)
			.containsExactly("imports.line.several");
	}

	@Test
	void oneStructureUnderTwoNamesIsADuplicate() {
		KnownStructure one = known("Radio", "Lens", "73282932000074", false);
		Known known = new Known(Map.of("73282932000074", one), Map.of("Radio", List.of(one)), Map.of(), 0);
		CohortPlan plan = plan(known, "La Radio;asso;73282932000074;Lens", "Radio;asso;;Lens");
		assertThat(plan.lines().getLast().reasons()).extracting(Reason::messageKey)
			.containsExactly("imports.line.duplicate");
	}

	/** Whoever types an address learns that it is known, and not whose it is. */
	@Test
	void anAddressGivesNobodysNameAway() {
		Known known = new Known(Map.of(), Map.of(), INES, 0);
		for (String typed : List.of("X;Y", ";", "Inès;", "Carpentier;Inès-Marie")) {
			assertThat(plan(known, "A;asso;;;;" + typed + ";ines@demo.example").lines().getFirst().pilot()).as(typed)
				.satisfies((person) -> assertThat(person.name()).doesNotContain("Inès Carpentier"))
				.extracting(PlannedPerson::standing, PlannedPerson::isKnownOtherwise)
				.containsExactly(Standing.KNOWN, true);
		}
		for (String typed : List.of("CARPENTIER;ines", "Inès;Lefevre")) {
			assertThat(plan(known, "A;asso;;;;" + typed + ";ines@demo.example").lines().getFirst().pilot())
				.extracting(PlannedPerson::isKnownOtherwise)
				.isEqualTo(false);
		}
	}

	@Test
	void eachPersonKnownByAnotherNameIsADoubtOfItsOwn() {
		Known known = new Known(Map.of(), Map.of(), INES, 0);
		CohortPlan plan = plan(known, "A;asso;;;;Ivan;Prudhon;ines@demo.example;Tom;Bailleul;tom@demo.example",
				"B;asso;;;;Inès;Carpentier;");
		assertThat(plan.isRefused()).isFalse();
		assertThat(plan.doubts()).extracting(CohortPlan.Doubt::line).containsExactly(2);
		String code = plan.doubts().getFirst().person().doubt();
		assertThat(code).doesNotContainIgnoringCase("carpentier").doesNotContain("ines@");
		assertThat(plan(known, "A;asso;;;;Paul;Prudhon;ines@demo.example").doubts().getFirst().person().doubt())
			.isNotEqualTo(code);
	}

	@Test
	void peopleAreKnownByTheirAddress() {
		Known known = new Known(Map.of(), Map.of(), INES, 0);
		CohortPlan plan = plan(known, "A;asso;;;;Ines;Carpentier;INES@demo.example;Tom;Bailleul;tom@demo.example",
				"B;asso;;;;Inès;Carpentier;ines@demo.example;Tom;Bailleul;", "C;asso;;;;Zoé;Autre;tom@demo.example");
		assertThat(plan.lines().getFirst().pilot())
			.extracting(PlannedPerson::standing, PlannedPerson::name, PlannedPerson::isKnownOtherwise)
			.containsExactly(Standing.KNOWN, "Ines Carpentier", false);
		assertThat(plan.lines().get(1).pilot()).extracting(PlannedPerson::standing).isEqualTo(Standing.AGAIN);
		assertThat(plan.peopleKnown()).isEqualTo(1);
		assertThat(plan.peopleToCreate()).isEqualTo(2);
		assertThat(plan.lines().get(2).reasons()).extracting(Reason::messageKey)
			.containsExactly("imports.line.otherName");
	}

	private static List<String> reasons(KnownStructure structure, String line) {
		Known known = new Known(Map.of(), Map.of("Radio", List.of(structure)), Map.of(), 0);
		return plan(known, line).lines().getFirst().reasons().stream().map(Reason::messageKey).toList();
	}

	private static KnownStructure known(String name, @Nullable String commune, @Nullable String siret,
			boolean enrolled) {
		UUID id = Ids.next();
		return new KnownStructure(id, name, commune, siret, enrolled);
	}

	private static CohortPlan plan(Known known, String... lines) {
		CohortFile file = CohortFile.read(HEADINGS + String.join("\n", lines));
		return CohortPlan.of(LineReading.lines(file, STARTS, ENDS, TODAY), file, known);
	}

	private static CohortLine signing(String text) {
		return LineReading.lines(CohortFile.read(text), STARTS, ENDS, TODAY).getFirst();
	}

	private static CohortLine line(String cells) {
		return LineReading.lines(CohortFile.read(HEADINGS + cells), STARTS, ENDS, TODAY).getFirst();
	}

}
