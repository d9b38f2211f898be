package fr.faireavec.imports;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.sun.management.ThreadMXBean;
import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever spreadsheet wrote it, a file is read, or refused with the reason. */
class CohortFileTests {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	@Test
	void accentsAreReadInEveryEncoding() {
		String text = "Structure;Forme juridique;Commune\nÉpicerie du Cœur – 5 €;association;Béthune\n";
		for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS)) {
			assertThat(names(text.getBytes(charset))).containsExactly("Épicerie du Cœur – 5 €");
		}
		for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			assertThat(names(("\uFEFF" + text).getBytes(charset))).containsExactly("Épicerie du Cœur – 5 €");
		}
	}

	/** What « CSV Macintosh », « CSV MS-DOS », « Texte Unicode » and others write. */
	@ParameterizedTest
	@ValueSource(strings = { "macintosh.csv", "ms-dos.csv", "windows.csv", "utf-8.csv", "utf-8-signed.csv",
			"unicode-text.txt", "unicode-unsigned.txt" })
	void everySpreadsheetIsRead(String name) throws IOException {
		CohortFile file = CohortFile.read(CohortFile.decode(sent(name)));
		assertThat(cells(file, Column.STRUCTURE)).containsExactly(
				onDos(name, "Épicerie du Cœur d’Or", "Épicerie du Coeur d'Or"),
				onDos(name, "L’Île aux Forêts – n° 2", "L'Île aux Forêts - n° 2"), "Garage « Ça roule »");
		assertThat(cells(file, Column.COMMUNE)).containsExactly("Béthune",
				onDos(name, "Nœux-les-Mines", "Noeux-les-Mines"), "Saint-Léger");
		assertThat(cells(file, Column.PILOT_GIVEN_NAME)).containsExactly("Zoé", "Noël", "Loïc");
		assertThat(cells(file, Column.PILOT_FAMILY_NAME)).containsExactly("Quérande", "Lefèvre",
				onDos(name, "D’Hoëne", "D'Hoëne"));
	}

	/** What it takes from everybody's memory, whatever stands where headings should. */
	@Test
	void aLongTextIsNotSaidAgainOverEachColumn() {
		String file = "’" + "a".repeat(2_080_000) + "\n" + "x;".repeat(199)
				+ "x\nStructure;Forme juridique\nA;association";
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		assertThat(cells(CohortFile.read(CohortFile.decode(file.getBytes(StandardCharsets.UTF_8))), Column.STRUCTURE))
			.containsExactly("A");
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(250_000_000);
	}

	/** One accent is often all there is to tell by. */
	@ParameterizedTest
	@ValueSource(strings = { "Zoé", "Quérande", "Agnès", "Noël", "Loïc", "François", "Benoît", "Jérôme", "Théâtre",
			"Forêt", "Émilie", "ÉPICERIE", "Hôtel", "voilà", "où" })
	void oneAccentTellsWhichPageItIs(String word) {
		for (String page : List.of("windows-1252", "x-MacRoman", "IBM850")) {
			assertThat(FileText.of((word + ";association").getBytes(Charset.forName(page)))).as(page)
				.isEqualTo(word + ";association");
		}
	}

	@Test
	void aFirstLineThatSaysTheSeparatorIsBelieved() {
		for (String first : List.of("sep=;", "\"sep=;\"", "SEP=;;;")) {
			CohortFile file = read(first + "\r\nStructure;Statut\r\nCafé, bar;asso\r\n");
			assertThat(cells(file, Column.STRUCTURE)).as(first).containsExactly("Café, bar");
			assertThat(file.rows().getFirst().line()).isEqualTo(3);
		}
		assertThat(cells(read("sep=|\nStructure|Statut\nCafé; bar|asso"), Column.STRUCTURE))
			.containsExactly("Café; bar");
		assertThat(refusal("sep=;\n").messageKey()).isEqualTo("imports.file.empty");
	}

	@Test
	void titlesAboveTheHeadingsAreLeftAside() {
		CohortFile file = read("""
				Cohorte 2026-2027;;;
				;;;
				Mise à jour : le 3 septembre;;;
				Structure;Forme juridique;Prénom;Nom
				Café;asso;Inès;Carpentier
				""");
		assertThat(file.ignoredLines()).containsExactly("Cohorte 2026-2027", "Mise à jour : le 3 septembre");
		assertThat(file.rows()).extracting(CohortFile.Row::line).containsExactly(5);
		assertThat(cells(file, Column.PILOT_FAMILY_NAME)).containsExactly("Carpentier");
		assertThat(file.ignoredColumns()).isEmpty();
	}

	@Test
	void twoLinesOfHeadingsAreReadTogether() {
		CohortFile file = read("""
				Liste des structures
				Structure;;;Direction;;Pilote;;;Copilote;;;Mandat signé
				Nom;Forme juridique;Ville;Nom;E-mail;Prénom;Nom;E-mail;Prénom;Nom;E-mail;le
				Café;asso;Lens;Anne Martin;d@e.fr;Inès;Carpentier;a@b.fr;Nora;Leclercq;c@d.fr;01/09/2026
				""");
		assertThat(file.rows()).hasSize(1);
		CohortFile.Row row = file.rows().getFirst();
		assertThat(row.line()).isEqualTo(4);
		assertThat(file.cell(row, Column.STRUCTURE)).isEqualTo("Café");
		assertThat(file.cell(row, Column.LEGAL_FORM)).isEqualTo("asso");
		assertThat(file.cell(row, Column.COMMUNE)).isEqualTo("Lens");
		assertThat(file.cell(row, Column.PILOT_GIVEN_NAME)).isEqualTo("Inès");
		assertThat(file.cell(row, Column.PILOT_EMAIL)).isEqualTo("a@b.fr");
		assertThat(file.cell(row, Column.COPILOT_FAMILY_NAME)).isEqualTo("Leclercq");
		assertThat(file.cell(row, Column.COPILOT_EMAIL)).isEqualTo("c@d.fr");
		assertThat(file.ignoredLines()).containsExactly("Liste des structures");
		assertThat(file.ignoredColumns()).contains("Direction Nom", "Direction E-mail", "Mandat signé le");
	}

	/** A date of signature signs nothing without somebody who signs. */
	@ParameterizedTest
	@ValueSource(strings = { "Mandat signé le", "Date de signature", "SIGNÉ LE", "Date de signature du mandat" })
	void theDayOfTheSignatureIsUnderstoodWithWhoSigned(String heading) {
		CohortFile file = read("Structure;Statut;" + heading + ";Signataire\nCafé;asso;01/09/2026;La présidente\n");
		assertThat(cells(file, Column.SIGNED_ON)).containsExactly("01/09/2026");
		assertThat(file.ignoredColumns()).isEmpty();
		CohortFile alone = read("Structure;Statut;" + heading + "\nCafé;asso;01/09/2026\n");
		assertThat(cells(alone, Column.SIGNED_ON)).containsExactly("");
		assertThat(alone.ignoredColumns()).containsExactly(heading);
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t", "|" })
	void theSeparatorIsFoundInTheHeadings(String separator) {
		CohortFile file = read(String.join(separator, "Structure", "Statut", "SIRET") + "\n"
				+ String.join(separator, "Café", "asso", ""));
		assertThat(file.cell(file.rows().getFirst(), Column.LEGAL_FORM)).isEqualTo("asso");
	}

	@Test
	void quotesKeepSeparatorsAndLineBreaks() {
		CohortFile file = read(
				"structure;statut\r\n\"Atelier; dit \"\"l’Atelier\"\"\r\ndu bas\" ; asso\r\n\r\n;;\r\nRadio;scop");
		assertThat(file.rows()).extracting((row) -> file.cell(row, Column.STRUCTURE))
			.containsExactly("Atelier; dit \"l’Atelier\"\ndu bas", "Radio");
		assertThat(file.rows()).extracting(CohortFile.Row::line).containsExactly(2, 6);
	}

	@Test
	void headingsAreRecognisedHoweverTheyAreWritten() {
		String headings = "E-MAIL DU PILOTE;Nom_de_la_structure*;Dpt;couleur;Co-pilote : courriel;STATUT JURIDIQUE;"
				+ "n° SIRET;pilote prénom";
		CohortFile file = read(headings + "\na@b.fr;Café;59;vert;c@d.fr;asso;;Inès");
		CohortFile.Row row = file.rows().getFirst();
		assertThat(file.cell(row, Column.PILOT_EMAIL)).isEqualTo("a@b.fr");
		assertThat(file.cell(row, Column.STRUCTURE)).isEqualTo("Café");
		assertThat(file.cell(row, Column.DEPARTEMENT)).isEqualTo("59");
		assertThat(file.cell(row, Column.COPILOT_EMAIL)).isEqualTo("c@d.fr");
		assertThat(file.cell(row, Column.LEGAL_FORM)).isEqualTo("asso");
		assertThat(file.cell(row, Column.PILOT_GIVEN_NAME)).isEqualTo("Inès");
		assertThat(file.ignoredColumns()).containsExactly("couleur");
	}

	@Test
	void bareNamesArePilotsAndTwoHeadingsForOneThingAreRefused() {
		CohortFile file = read("association;forme;nom;prénom;mail\nCafé;asso;Carpentier;Inès;a@b.fr\n");
		CohortFile.Row row = file.rows().getFirst();
		assertThat(file.cell(row, Column.PILOT_FAMILY_NAME)).isEqualTo("Carpentier");
		assertThat(file.cell(row, Column.PILOT_EMAIL)).isEqualTo("a@b.fr");
		assertThat(refusal("structure;statut;association\na;b;c").messageKey()).isEqualTo("imports.columns.twice");
	}

	@Test
	void aMissingColumnIsNamed() {
		Refusal refusal = refusal("nom de la structure;ville\nCafé;Lens\n");
		assertThat(refusal.messageKey()).isEqualTo("imports.columns.missing.LEGAL_FORM");
		assertThat(refusal.args()).containsExactly("nom de la structure, ville");
		assertThat(refusal.field()).isEqualTo("file");
		assertThat(refusal("Bonjour").messageKey()).isEqualTo("imports.columns.missing.both");
		assertThat(refusal("statut;ville\nasso;Lens").messageKey()).isEqualTo("imports.columns.missing.STRUCTURE");
	}

	@Test
	void tooManyLinesSayHowMany() {
		Refusal refusal = refusal("structure;statut\n" + "Café;asso\n".repeat(10_000));
		assertThat(refusal.messageKey()).isEqualTo("imports.file.tooManyLines");
		assertThat(refusal.args()).containsExactly(10_000, 500);
		assertThat(read("structure;statut\n" + "Café;asso\n".repeat(500)).rows()).hasSize(500);
	}

	/** Counted before anything is read, whichever separator it is endless with. */
	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t", "\n", ";\n", "a;", "\"a\";", "\"\n\";" })
	void anEndlessFileIsNotRead(String piece) {
		Refusal refusal = refusal("structure;statut\n" + piece.repeat(1_900_000 / piece.length()));
		assertThat(refusal.messageKey()).isEqualTo("imports.file.tooManyCells");
	}

	@Test
	void tooManyColumnsSayHowMany() {
		Refusal refusal = refusal("structure;statut" + ";x".repeat(300) + "\nCafé;asso\n");
		assertThat(refusal.messageKey()).isEqualTo("imports.file.tooManyColumns");
		assertThat(refusal.args()).containsExactly(302, 200);
		assertThat(read("structure;statut\nCafé;asso\n" + ";;;;;\n".repeat(10_000)).rows()).hasSize(1);
	}

	@Test
	void whatIsNoTextIsRefused() {
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
		assertThat(refusal(png).messageKey()).isEqualTo("imports.file.binary");
		assertThat(refusal(new byte[] { (byte) 0xFF, (byte) 0xFE, 0 }).messageKey()).isEqualTo("imports.file.binary");
		assertThat(refusal("a\0b").messageKey()).isEqualTo("imports.file.binary");
		byte[] heavy = new byte[CohortFile.MOST_BYTES + 1];
		Arrays.fill(heavy, (byte) 'a');
		assertThat(refusal(heavy).messageKey()).isEqualTo("imports.file.tooHeavy");
	}

	@Test
	void emptyFilesAreRefused() {
		assertThat(refusal(new byte[0]).messageKey()).isEqualTo("imports.file.empty");
		assertThat(refusal("\uFEFF").messageKey()).isEqualTo("imports.file.empty");
		assertThat(refusal(" \r\n\r\n").messageKey()).isEqualTo("imports.file.empty");
		assertThat(refusal(";;;\n;;").messageKey()).isEqualTo("imports.file.empty");
		assertThat(refusal("structure;statut\n;\n").messageKey()).isEqualTo("imports.file.noLine");
	}

	@Test
	void loneQuotesAreRefusedWithTheirLine() {
		Refusal open = refusal("structure;statut\nCafé;asso\n\"Radio;scop\nLire;asso\n");
		assertThat(open.messageKey()).isEqualTo("imports.file.quotes");
		assertThat(open.args()).containsExactly(3);
		Refusal tooSoon = refusal("structure;statut\n\"Café\" du coin;asso\n");
		assertThat(tooSoon.args()).containsExactly(2);
		assertThat(refusal("\"structure;statut\nCafé;asso\n").args()).containsExactly(1);
		assertThat(names("structure;statut\nLe \"Café\" du coin;asso\n".getBytes(StandardCharsets.UTF_8)))
			.containsExactly("Le \"Café\" du coin");
	}

	private static List<String> names(byte[] bytes) {
		return cells(CohortFile.read(CohortFile.decode(bytes)), Column.STRUCTURE);
	}

	private static List<String> cells(CohortFile file, Column column) {
		return file.rows().stream().map((row) -> file.cell(row, column)).toList();
	}

	/** MS-DOS has neither these letters nor these signs: Excel writes others. */
	private static String onDos(String name, String text, String there) {
		return name.startsWith("ms-dos") ? there : text;
	}

	private static byte[] sent(String name) throws IOException {
		try (InputStream file = CohortFileTests.class.getResourceAsStream("/imports/" + name)) {
			return Objects.requireNonNull(file).readAllBytes();
		}
	}

	private static CohortFile read(String text) {
		return CohortFile.read(CohortFile.decode(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Refusal refusal(String text) {
		return refusal(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Refusal refusal(byte[] bytes) {
		return catchThrowableOfType(Refusal.class, () -> CohortFile.read(CohortFile.decode(bytes)));
	}

	/** What is said otherwise stands in its place, and every line keeps its number. */
	@Test
	void whatIsCorrectedLeavesTheRestWhereItWas() {
		String text = """
				sep=,
				Cohorte 2026,,

				Structure,Statut,Note,Signataire
				"Le ""Fournil"", ici",asso,"deux
				lignes",Ada
				B,club,,Zoé,en trop

				C,asso,,
				""";
		CohortFile file = CohortFile.read(text);
		assertThat(file.rows()).extracting(CohortFile.Row::line).containsExactly(5, 7, 9);
		assertThat(file.cells(7)).extracting(CohortFile.Cell::key).containsExactly("7-0", "7-1", "7-3", "7-4");
		assertThat(file.cells(7).getLast()).isEqualTo(new CohortFile.Cell(7, 4, null, "en trop"));
		assertThat(CohortFile.read(file.corrected(Map.of(), Set.of())).rows()).isEqualTo(file.rows());
		CohortFile corrected = CohortFile
			.read(file.corrected(Map.of("7-1", "scop, ou \"scic\"", "7-4", "", "9-9", "nulle part"), Set.of(5)));
		assertThat(corrected.rows()).extracting(CohortFile.Row::line).containsExactly(7, 9);
		assertThat(corrected.cell(corrected.rows().getFirst(), Column.LEGAL_FORM)).isEqualTo("scop, ou \"scic\"");
		assertThat(corrected.rows().getFirst().overflows()).isFalse();
		assertThat(corrected.rows().getLast()).isEqualTo(file.rows().getLast());
		assertThat(corrected.ignoredLines()).isEqualTo(file.ignoredLines());
	}

}
