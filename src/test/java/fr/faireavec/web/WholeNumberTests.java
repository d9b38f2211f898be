package fr.faireavec.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Numbers as people type them. */
class WholeNumberTests {

	private final WholeNumber number = new WholeNumber();

	@ParameterizedTest
	@CsvSource({ "12, 12", "0012, 12", "1 200, 1200", "1\u00a0200, 1200", "1\u202f234\u202f567, 1234567", "-3, -3",
			"1\u2009200, 1200", "\u200b12\u00ad\ufeff, 12", "１２, 12", "\u22123, -3" })
	void reads(String typed, int value) {
		this.number.setAsText(typed);
		assertThat(this.number.getValue()).isEqualTo(value);
	}

	@Test
	void nothingIsNothing() {
		this.number.setAsText("  ");
		assertThat(this.number.getValue()).isNull();
		assertThat(this.number.getAsText()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12,5", "1e3", "0x10", "3h", "12 34", "99999999999999", "--1", "٣", "🙂", "1 2 3" })
	void refuses(String typed) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.number.setAsText(typed));
	}

}
