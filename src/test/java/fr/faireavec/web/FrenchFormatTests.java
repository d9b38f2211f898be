package fr.faireavec.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrenchFormatTests {

	private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 10);

	private final StaticMessageSource messages = new StaticMessageSource();

	private final FrenchFormat french = new FrenchFormat(this.messages);

	@Test
	void datesAreInWords() {
		assertThat(this.french.day(DECEMBER)).isEqualTo("jeudi 10 décembre");
		assertThat(this.french.date(DECEMBER)).isEqualTo("10 décembre 2026");
		assertThat(this.french.fullDay(DECEMBER)).isEqualTo("jeudi 10 décembre 2026");
		assertThat(this.french.shortDay(DECEMBER)).isEqualTo("jeu. 10 déc.");
		assertThat(this.french.month(DECEMBER)).isEqualTo("déc. 2026");
		assertThat(this.french.month(YearMonth.of(2027, 5))).isEqualTo("mai 2027");
	}

	@Test
	void theFirstOfAMonthIsOrdinal() {
		LocalDate october = LocalDate.of(2026, 10, 1);
		assertThat(this.french.day(october)).isEqualTo("jeudi 1er octobre");
		assertThat(this.french.date(october)).isEqualTo("1er octobre 2026");
		assertThat(this.french.shortDay(october)).isEqualTo("jeu. 1er oct.");
	}

	@Test
	void hoursHaveAnHAndNoZeroMinutes() {
		assertThat(this.french.time(LocalTime.of(9, 30))).isEqualTo("9\u00a0h\u00a030");
		assertThat(this.french.time(LocalTime.of(9, 5))).isEqualTo("9\u00a0h\u00a005");
		assertThat(this.french.time(LocalDateTime.of(2026, 12, 10, 14, 0))).isEqualTo("14\u00a0h");
		assertThat(this.french.hours(LocalTime.of(9, 30), LocalTime.of(16, 30)))
			.isEqualTo("9\u00a0h\u00a030\u00a0→ 16\u00a0h\u00a030");
	}

	@Test
	void momentsAreParisians() {
		assertThat(this.french.moment(Instant.parse("2024-07-12T07:30:00Z")))
			.isEqualTo("12 juillet 2024 à 9\u00a0h\u00a030");
		assertThat(this.french.moment(Instant.parse("2024-12-31T23:30:00Z")))
			.isEqualTo("1er janvier 2025 à 0\u00a0h\u00a030");
	}

	@Test
	void numbersHaveNarrowThousandsAndAComma() {
		assertThat(this.french.number(1234.5)).isEqualTo("1\u202f234,5");
		assertThat(this.french.number(1_000_000)).isEqualTo("1\u202f000\u202f000");
		assertThat(this.french.number(new BigDecimal("0.125"))).isEqualTo("0,13");
		assertThat(this.french.number(-0.5)).isEqualTo("-0,5");
		assertThat(this.french.euros(new BigDecimal("1234.5"))).isEqualTo("1\u202f234,50\u00a0€");
		assertThat(this.french.duration(new BigDecimal("512.50"))).isEqualTo("512,5\u00a0h");
	}

	@ParameterizedTest
	@CsvSource({ "53, 56, 95", "1, 200, 1", "1, 201, 0", "0, 8, 0", "8, 8, 100" })
	void ratesAreWholeAndHalfUp(int numerator, int denominator, String expected) {
		assertThat(this.french.percent(numerator, denominator)).isEqualTo(expected + "\u00a0%");
	}

	@Test
	void aRateOfNothingIsNotZero() {
		assertThat(this.french.percent(0, 0)).isEqualTo("n.\u00a0d.");
		assertThat(this.french.percent(3, BigDecimal.ZERO)).isEqualTo("n.\u00a0d.");
	}

	@Test
	void countsAreSingularUnderTwo() {
		this.messages.addMessage("days.one", Locale.FRENCH, "{0} jour");
		this.messages.addMessage("days.many", Locale.FRENCH, "{0} jours");
		assertThat(this.french.count(0, "days")).isEqualTo("0 jour");
		assertThat(this.french.count(1.5, "days")).isEqualTo("1,5 jour");
		assertThat(this.french.count(2, "days")).isEqualTo("2 jours");
		assertThat(this.french.count(1200, "days")).isEqualTo("1\u202f200 jours");
	}

	@Test
	void nothingGivesAnEmptyText() {
		assertThat(this.french.day(null)).isEmpty();
		assertThat(this.french.hours(null, null)).isEmpty();
		assertThat(this.french.moment(null)).isEmpty();
		assertThat(this.french.euros(null)).isEmpty();
		assertThat(this.french.count(null, "days")).isEmpty();
	}

	@Test
	void theLanguageOfTheMachineChangesNothing() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertThat(this.french.time(LocalTime.of(9, 5))).isEqualTo("9\u00a0h\u00a005");
			assertThat(this.french.fullDay(DECEMBER)).isEqualTo("jeudi 10 décembre 2026");
			assertThat(this.french.number(1234.5)).isEqualTo("1\u202f234,5");
		}
		finally {
			Locale.setDefault(before);
		}
	}

}
