package fr.faireavec.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that a spreadsheet opens and never runs. */
class SpreadsheetFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+33 3 20 00 00 00", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-", "-2 %",
			"=cmd|' /C calc'!A0" })
	void whatWouldStartAFormulaIsMadeText(String cell) {
		assertThat(SpreadsheetFile.harmless(cell)).isEqualTo("'" + cell);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-12", "-12,50", "-0.5", "12", "Un café", "1 = 1", "n. d." })
	void theRestIsLeftAlone(String cell) {
		assertThat(SpreadsheetFile.harmless(cell)).isEqualTo(cell);
	}

	@Test
	void eachRowHasAsManyCells() {
		SpreadsheetFile file = new SpreadsheetFile("données de démonstration fictives", "Un", "Deux", "Trois");
		file.row("a;b", "dit « \"non\" »", "deux\nlignes");
		file.row("seul");
		assertThat(file.text().split("\r\n", -1)).containsExactly("\uFEFFdonnées de démonstration fictives;;",
				"Un;Deux;Trois", "\"a;b\";\"dit « \"\"non\"\" »\";\"deux\nlignes\"", "seul;;", "");
	}

	@Test
	void outsideTheDemoTheHeadersComeFirst() {
		assertThat(new SpreadsheetFile("", "Un").text()).isEqualTo("\uFEFFUn\r\n");
	}

	@Test
	void itIsAnAttachmentInUtf8() {
		var answer = new SpreadsheetFile("", "É").named("bilan-brune");
		assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
		assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("bilan-brune.csv");
		assertThat(Objects.requireNonNull(answer.getBody())).startsWith("\uFEFFÉ".getBytes(StandardCharsets.UTF_8));
	}

}
