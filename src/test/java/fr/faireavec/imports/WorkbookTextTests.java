package fr.faireavec.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A workbook is read as the CSV file it would make, and a bomb is not unfolded. */
class WorkbookTextTests {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	@Test
	void theFirstSheetIsReadAsItsCsvFileWouldBe() throws IOException {
		String text = CohortFile.decode(workbook(
				"""
						<row r="2"><c r="A2" t="inlineStr"><is><t>Structure</t></is></c><c r="B2" t="inlineStr"><is><t>Statut</t></is></c>
						<c r="C2" t="inlineStr"><is><t>SIRET</t></is></c><c r="D2" t="inlineStr"><is><t>Date du mandat</t></is></c></row>
						<row r="4"><c r="A4" t="inlineStr"><is><t>Café "du coin"; le vrai</t></is></c><c r="B4" t="s"><v>0</v></c>
						<c r="C4"><v>7.3282932000074E13</v></c><c r="D4" s="1"><v>46266</v></c></row>"""));
		assertThat(text).isEqualTo("\n\"Structure\";\"Statut\";\"SIRET\";\"Date du mandat\"\n\n"
				+ "\"Café \"\"du coin\"\"; le vrai\";\"asso\";\"73282932000074\";\"01/09/2026\"");
		CohortFile file = CohortFile.read(text);
		assertThat(file.rows()).extracting(CohortFile.Row::line).containsExactly(4);
		assertThat(file.cell(file.rows().getFirst(), Column.STRUCTURE)).isEqualTo("Café \"du coin\"; le vrai");
	}

	/** What 2 MB may unfold into, and where a cell may claim to stand. */
	@ParameterizedTest
	@ValueSource(strings = { "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
			"<row r=\"1\"><c  s='0' r = '&#90;ZZZ1'><v>1</v></c></row>" })
	void aCellAstrayIsNotLookedFor(String rows) throws IOException {
		assertThat(refusal(workbook(rows))).isEqualTo("imports.file.workbook.damaged");
	}

	@Test
	void whatUnfoldsWithoutEndIsRefusedBefore() throws IOException {
		assertThat(refusal(workbook(" ".repeat(WorkbookText.MOST_UNFOLDED))))
			.isEqualTo("imports.file.workbook.endless");
		StringBuilder far = new StringBuilder();
		for (int row = 1; row <= 50; row++) {
			far.append("<row r=\"%1$d\"><c r=\"XFD%1$d\"><v>1</v></c></row>".formatted(row));
		}
		assertThat(refusal(workbook(far.toString()))).isEqualTo("imports.file.tooManyCells");
		assertThat(refusal(workbook("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")))
			.isEqualTo("imports.file.tooManyCells");
	}

	@Test
	void whatIsNoWorkbookIsRefused() throws IOException {
		assertThat(refusal(new byte[] { 'P', 'K', 3, 4, 20, 0 })).isEqualTo("imports.file.workbook.damaged");
		assertThat(refusal(zip(Map.of("word/document.xml", "<w/>")))).isEqualTo("imports.file.workbook.damaged");
		assertThat(refusal(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0 }))
			.isEqualTo("imports.file.workbook");
	}

	/** Nothing outside the file is read, nor is anything said again and again. */
	@Test
	void noEntityIsFollowed() throws IOException {
		for (String entity : new String[] { "SYSTEM \"file:///etc/hostname\"", "\"" + "a".repeat(1000) + "\"" }) {
			String sheet = "<!DOCTYPE x [<!ENTITY e " + entity + ">]>"
					+ sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom &e;</t></is></c></row>");
			String read;
			try {
				read = CohortFile.decode(workbookOf(sheet));
			}
			catch (Refusal refusal) {
				read = refusal.messageKey();
			}
			assertThat(read).hasSizeLessThan(40);
		}
	}

	private static String refusal(byte[] bytes) {
		return catchThrowableOfType(Refusal.class, () -> CohortFile.decode(bytes)).messageKey();
	}

	private static byte[] workbook(String rows) throws IOException {
		return workbookOf(sheet(rows));
	}

	private static String sheet(String rows) {
		return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
	}

	private static byte[] workbookOf(String sheet) throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				"""
						<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
						<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
						<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
						<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
						<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
						<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
						</Types>""");
		parts.put("_rels/.rels", relations(
				"<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
		parts.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
				+ "\"><sheets><sheet name=\"Cohorte\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				relations("<Relationship Id=\"rId1\" Type=\"" + OFFICE
						+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE
						+ "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + OFFICE
						+ "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
		parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN
				+ "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
		parts.put("xl/sharedStrings.xml",
				"<sst xmlns=\"" + MAIN + "\" count=\"1\" uniqueCount=\"1\"><si><t>asso</t></si></sst>");
		parts.put("xl/worksheets/sheet1.xml", sheet);
		return zip(parts);
	}

	private static String relations(String relations) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
				+ "</Relationships>";
	}

	private static byte[] zip(Map<String, String> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

}
