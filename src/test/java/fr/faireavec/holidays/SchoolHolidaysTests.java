package fr.faireavec.holidays;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchoolHolidaysTests {

	private final SchoolCalendar known = new SchoolCalendar(SchoolHolidays.shipped());

	@Test
	void aDayFallsInTheHolidaysThatHoldIt() {
		assertThat(this.known.on(LocalDate.of(2027, 4, 16))).isEmpty();
		assertThat(this.known.on(LocalDate.of(2027, 4, 17))).get()
			.satisfies((spring) -> assertThat(spring.name()).isEqualTo("Vacances de Printemps 2027"))
			.satisfies((spring) -> assertThat(spring.source()).contains("JORFTEXT000052416058"));
		assertThat(this.known.on(LocalDate.of(2027, 5, 2))).isPresent();
		assertThat(this.known.on(LocalDate.of(2027, 5, 3))).isEmpty();
		assertThat(this.known.on(LocalDate.of(2027, 1, 1))).get()
			.extracting(SchoolHoliday::name)
			.isEqualTo("Vacances de Noël 2026");
	}

	@Test
	void pastTheLastPublishedNothingIsKnown() {
		assertThat(this.known.isPublished(LocalDate.of(2028, 7, 4))).isTrue();
		assertThat(this.known.on(LocalDate.of(2028, 7, 4))).isPresent();
		assertThat(this.known.on(LocalDate.of(2028, 7, 5))).isEmpty();
		assertThat(this.known.isPublished(LocalDate.of(2028, 7, 5))).isFalse();
		assertThat(this.known.isPublished(LocalDate.of(2023, 1, 1))).isTrue();
	}

	/** One row each, in order, and each says where it was read. */
	@Test
	void theListIsWhole() {
		assertThat(this.known.holidays()).hasSize(17)
			.isSortedAccordingTo((one, other) -> one.firstDay().compareTo(other.firstDay()))
			.allMatch((holiday) -> !holiday.source().isBlank());
	}

}
