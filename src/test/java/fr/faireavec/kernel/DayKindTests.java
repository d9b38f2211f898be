package fr.faireavec.kernel;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A slip of the year lies outside, whatever the day is about. */
class DayKindTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0000-02-29 | ''", "0026-09-01 | ''", "0202-09-01 | ''", "1582-10-10 | ''", "1899-12-31 | ''",
					"1950-01-01 | PAST", "2018-06-15 | COURSE PAST TERM FILTER", "2026-11-28 | COURSE PAST TERM FILTER",
					"2026-11-29 | COURSE TERM FILTER", "2036-11-28 | COURSE TERM FILTER", "2036-11-29 | TERM FILTER",
					"2062-09-01 | FILTER", "2081-01-01 | FILTER", "2101-01-01 | ''", "9999-12-31 | ''" })
	void aSlipOfTheYearLiesOutside(LocalDate day, String kinds) {
		Set<DayKind> allowing = EnumSet.noneOf(DayKind.class);
		for (DayKind kind : DayKind.values()) {
			if (kind.allows(day, TODAY)) {
				allowing.add(kind);
			}
		}
		assertThat(allowing).extracting(DayKind::name)
			.containsExactlyInAnyOrder(kinds.isEmpty() ? new String[0] : kinds.split(" "));
	}

}
