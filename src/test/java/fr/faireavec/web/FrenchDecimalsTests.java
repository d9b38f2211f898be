package fr.faireavec.web;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrenchDecimalsTests {

	private final FrenchDecimals decimals = new FrenchDecimals();

	@ParameterizedTest
	@ValueSource(strings = { "1200,25", "1200.25", "1 200,25", "1\u202f200,25", "1\u00a0200,25", "1\u2009200,25",
			"\u200b1\u2007200\u00ad,25\ufeff", "１200，25" })
	void readsWhatPeopleType(String typed) throws ParseException {
		assertThat(this.decimals.parse(typed, Locale.FRENCH)).isEqualTo(new BigDecimal("1200.25"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1e9", "1,2,3", "", "--1", "12h", "12,5…", "١٢" })
	void refusesTheRest(String typed) {
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> this.decimals.parse(typed, Locale.FRENCH));
	}

	@Test
	void showsTheCommaBack() {
		assertThat(this.decimals.print(new BigDecimal("12.50"), Locale.FRENCH)).isEqualTo("12,50");
	}

}
