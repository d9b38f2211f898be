package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Dates as people copy them. */
class PastedDatesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Jour 4\t14/01/2027\t9h30\t16h30\tMaison des associations | 4 | 2027-01-14 | Maison des associations
			4;14/01/27;9:30;16:30;Val-des-Sources                    | 4 | 2027-01-14 | Val-des-Sources
			jeudi 14 janvier 2027 de 9 h 30 à 16 h 30                |   | 2027-01-14 |
			2027-01-14                                               |   | 2027-01-14 |
			Séance 7 : mar. 1er février 2028 ; Salle 3, Lille        | 7 | 2028-02-01 | Salle 3, Lille
			le 3 août 2027                                           |   | 2027-08-03 |
			""")
	void aLineIsReadAsItIsWritten(String line, Integer rank, LocalDate date, String place) {
		PastedDates.Line read = PastedDates.read(line).orElseThrow();
		assertThat(read.date()).isEqualTo(date);
		assertThat(read.rank()).isEqualTo(rank);
		assertThat(read.place()).isEqualTo((place != null) ? place : "");
	}

	@Test
	void twoHoursAreADayAndFourAreTwoHalfDays() {
		assertThat(PastedDates.read("14/01/2027 9h30 16h30").orElseThrow().wholeHours())
			.contains(new RowHours(LocalTime.of(9, 30), LocalTime.of(16, 30), null, null));
		assertThat(PastedDates.read("14/01/2027 9h-12h 13:30-16:30").orElseThrow().wholeHours()).contains(
				new RowHours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(16, 30)));
		assertThat(PastedDates.read("14/01/2027 9h").orElseThrow().wholeHours()).isEmpty();
	}

	@Test
	void whatIsNoDateIsSaid() {
		for (String line : List.of("Jour 4", "31/02/2027", "bientôt", "14 floréal 2027")) {
			assertThat(PastedDates.read(line)).as(line).isEmpty();
		}
	}

	@Test
	void linesWithoutARankTakeTheNextDay() {
		DatesForm form = new DatesForm();
		form.pasted = "14/01/2027\n\nJour 6 18/03/2027\nbientôt\n18/02/2027\nJour 1 10/10/2027";
		assertThat(PastedDates.fill(form, List.of(4, 5, 6, 7))).containsExactly(4, 6);
		assertThat(form.date).containsEntry("4", LocalDate.of(2027, 1, 14))
			.containsEntry("5", LocalDate.of(2027, 2, 18))
			.containsEntry("6", LocalDate.of(2027, 3, 18))
			.hasSize(3);
	}

}
