package fr.faireavec.signing;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is kept of a signature, and what is none. */
class InkTests {

	@Test
	void strokesAreKeptPointByPointAndDrawnAgain() {
		Ink ink = Ink.of("0,0 60,0;600,240 500,200");
		assertThat(ink.strokes()).hasSize(2);
		assertThat(ink.text()).isEqualTo("0,0 60,0;600,240 500,200");
		assertThat(ink.path()).isEqualTo("M0 0L60 0M600 240L500 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10,10", "10,10 11,10", "10,10;200,200;300,10" })
	void aTouchIsNoSignature(String sent) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ink.of(sent)).withMessage("signing.ink.empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1,2 3", "601,0 0,0", "0,241 9,9", "-1,0 60,60", "0,0 60,60;", "0,0  60,60",
			"99999999999,0 1,1", "0,0 60,60\"/><script>", "١,٢ 60,60" })
	void whatIsNoDrawingIsRefused(String sent) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ink.of(sent)).withMessage("signing.ink.unreadable");
	}

	@Test
	void aScribbleWithoutEndIsRefused() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ink.of("0,0 60,60 ".repeat(2_001)))
			.withMessage("signing.ink.tooLong");
	}

}
