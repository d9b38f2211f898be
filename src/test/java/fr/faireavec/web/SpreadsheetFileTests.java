package fr.faireavec.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import fr.faireavec.testing.Spreadsheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that a spreadsheet opens and never runs. */
class SpreadsheetFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+33 3 20 00 00 00", "-1+1", "@SUM(A1)", "-", "-2 %", "-12,5,=1", "- une puce",
			"=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1+1", "＠SUM(A1)", "﹦1", "-1e5" })
	void whatWouldStartAFormulaIsMadeText(String cell) {
		assertThat(FormulaGuard.harmless(cell)).startsWith("'").hasSizeGreaterThan(cell.length());
		assertThat(Spreadsheet.formulas(file(cell))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-12", "-12,50", "-0.5", "12", "Un café", "1 = 1", "n. d.",
			"peut-être, sans doute ; oui", "a | b", "c’est-à-dire", "ines@exemple.fr, hugo@exemple.fr", "« + 3 »" })
	void theRestIsLeftAlone(String cell) {
		assertThat(FormulaGuard.harmless(cell)).isEqualTo(cell);
		assertThat(Spreadsheet.formulas(file(cell))).isEmpty();
		assertThat(Spreadsheet.rows(file(cell)).get(1)).containsExactly("début", cell, "fin");
	}

	@Test
	void aRowStartsWithNoNumberToReckonWith() {
		SpreadsheetFile file = new SpreadsheetFile("", "Un", "Deux");
		file.row("-12", "+A1");
		assertThat(Spreadsheet.rows(file.text()).get(1)).containsExactly("'-12", "'+A1");
		assertThat(Spreadsheet.formulas(file.text())).isEmpty();
	}

	/** An apostrophe and nothing else: what was written is still read. */
	@ParameterizedTest
	@CsvSource(delimiter = '→', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '§',
			value = { "a,=HYPERLINK(A1),b→a,'=HYPERLINK(A1),b", "a;\"\"=1→a;\"\"'=1", "a|  +1→a|  '+1",
					"-12,=1→'-12,'=1", "Nous aimons , - et +→Nous aimons , '- et +" })
	void aSeparatorWithinACellStartsNoFormula(String cell, String written) {
		assertThat(FormulaGuard.harmless(cell)).isEqualTo(written);
		assertThat(Spreadsheet.formulas(file(cell))).isEmpty();
	}

	@Test
	void neitherDoesALineEndOrATab() {
		assertThat(FormulaGuard.harmless("\t=1")).isEqualTo("\t'=1");
		assertThat(FormulaGuard.harmless("nos idées\n- une puce\n\u2028+33 6"))
			.isEqualTo("nos idées\n'- une puce\n\u2028'+33 6");
		for (String end : List.of("\t", "\r", "\n", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\0")) {
			assertThat(Spreadsheet.formulas(file("texte" + end + "=1"))).isEmpty();
			assertThat(Spreadsheet.formulas(file(end + "=1"))).isEmpty();
		}
	}

	@Test
	void whatShowsNothingHidesNothing() {
		for (int sign : new int[] { ' ', 0xA0, 0xAD, 0x200B, 0x200D, 0x200E, 0x202A, 0x202E, 0x202F, 0x2060, 0x2066,
				0x3000, 0xFEFF, 0x061C, 0x180E, 0x034F, 0x3164, 0x2800, 0xFE0F, 0xE0001, 0xE0100, 0xE000, 0x378, 0x9B,
				'"' }) {
			String unseen = Character.toString(sign);
			assertThat(FormulaGuard.harmless(unseen + unseen + "=1")).as(Integer.toHexString(sign))
				.isEqualTo(unseen + unseen + "'=1");
			assertThat(Spreadsheet.formulas(file("a," + unseen + "＠b"))).as(Integer.toHexString(sign)).isEmpty();
		}
	}

	/** Whatever is made of the signs that matter, and never by luck: always the same. */
	@Test
	void noReadingOfAnythingIsAFormula() {
		String[] signs = { "=", "+", "-", "@", "＝", "－", ";", ",", "\t", "|", "\"", "'", "\n", "\r", " ", "\u200B",
				"\uFEFF", "\u2028", "1", "a" };
		Random dice = new Random(6);
		for (int i = 0; i < 2_000; i++) {
			StringBuilder cell = new StringBuilder();
			dice.ints(dice.nextInt(9), 0, signs.length).forEach((sign) -> cell.append(signs[sign]));
			assertThat(Spreadsheet.formulas(file(cell.toString()))).as(cell.toString()).isEmpty();
			assertThat(Spreadsheet.rows(file(cell.toString())).get(1)).hasSize(3);
		}
	}

	@Test
	void theReadingsSeeAFormula() {
		for (String csv : List.of("a;=1", "\"a,=1\"", "\"a\t=1\"", "a|@b", "\"a\n+1\"", "\u200B－x", "\"\"\"=1\"",
				"-1,5+2;a")) {
			assertThat(Spreadsheet.formulas(csv)).as(csv).isNotEmpty();
		}
	}

	@Test
	void eachRowHasAsManyCellsAllQuoted() {
		SpreadsheetFile file = new SpreadsheetFile("données de démonstration fictives", "Un", "Deux", "Trois");
		file.row("a;b", "dit « \"non\" »", "deux\nlignes");
		file.row("seul");
		assertThat(file.text().split("\r\n", -1)).containsExactly("\uFEFF\"Un\";\"Deux\";\"Trois\"",
				"\"a;b\";\"dit « \"\"non\"\" »\";\"deux\nlignes\"", "\"seul\";\"\";\"\"",
				"\"données de démonstration fictives\";\"\";\"\"", "");
	}

	@Test
	void outsideTheDemoTheHeadersComeFirst() {
		assertThat(new SpreadsheetFile("", "Un").text()).isEqualTo("\uFEFF\"Un\"\r\n");
	}

	@Test
	void itIsAnAttachmentInUtf8() {
		var answer = new SpreadsheetFile("", "É").named("bilan-brune");
		assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
		assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("bilan-brune.csv");
		assertThat(Objects.requireNonNull(answer.getBody())).startsWith("\uFEFF\"É".getBytes(StandardCharsets.UTF_8));
	}

	private static String file(String cell) {
		SpreadsheetFile file = new SpreadsheetFile("", "Un", "Deux", "Trois");
		file.row("début", cell, "fin");
		file.row(cell, cell, cell);
		return file.text();
	}

}
