package fr.faireavec.web;

import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TypedHoursTests {

	private final TypedHours hours = new TypedHours();

	@ParameterizedTest
	@ValueSource(strings = { "2h30", "2 h 30", "2\u00a0h\u00a030", "2 H 30", "2 heures 30", "2h30min", "2 h 30 mn",
			"2:30", "2,5", "2.5", "2,5 h", "2,50 heures", "150 min", "150mn", "150 minutes", "２h３０" })
	void readsWhatPeopleType(String typed) throws ParseException {
		assertThat(this.hours.parse(typed, Locale.FRENCH)).isEqualTo(Duration.ofMinutes(150));
	}

	@ParameterizedTest
	@CsvSource({ "90 min, PT1H30M", "20 min, PT20M", "0, PT0S", "2h05, PT2H5M", "2h5min, PT2H5M", "-2, PT-2H",
			"1 200, PT1200H" })
	void readsTheRest(String typed, Duration meant) throws ParseException {
		assertThat(this.hours.parse(typed, Locale.FRENCH)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "deux heures", "2h75", "2h5", "1e9", "2,5,5", "h30", "2 jours", "١٢", "9999999999999" })
	void refusesWhatIsNoDuration(String typed) {
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> this.hours.parse(typed, Locale.FRENCH));
	}

	@Test
	void showsTheCommaBack() {
		assertThat(this.hours.print(Duration.ofMinutes(150), Locale.FRENCH)).isEqualTo("2,5");
		assertThat(this.hours.print(Duration.ofDays(50), Locale.FRENCH)).isEqualTo("1200");
	}

}
