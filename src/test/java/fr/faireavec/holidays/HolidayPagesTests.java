package fr.faireavec.holidays;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Later school holidays come from the ministry's calendar, shown before they are kept.
 */
@IntegrationTest
class HolidayPagesTests {

	private static final String PAGE = "/administration/vacances";

	private static final String CALENDAR = calendar(event("20280704", "20280901", "Vacances d'Été - Zones A/B/C"),
			event("20290407", "20290416", "Vacances de Printemps - Zones A/B"),
			event("20290416", "20290423", "Vacances de Printemps - Zone B"),
			event("20290423", "20290507", "Vacances de Printemps - Zone C"),
			event("20290901", "20290901", "Rentrée scolaire des élèves - Zones A/B/C"),
			event("20290707", "20290707", "Début des Vacances d'Été - Zones A/B/C"),
			event("20270417", "20270503", "Vacances de Printemps - Zone B"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private SchoolHolidays holidays;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	@BeforeEach
	void somebody() {
		this.cast.itIs(LocalDateTime.of(2026, 9, 15, 10, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.ada = this.cast.administrator("Ada", "Min");
	}

	@Test
	void whatIsNewIsShownThenKept() {
		MvcTestResult seen = this.pages.upload(PAGE, this.ada, "file", "Zone-B.ics",
				CALENDAR.getBytes(StandardCharsets.UTF_8));
		assertThat(seen).hasStatusOk();
		assertThat(Pages.document(seen).select("tbody th").eachText()).containsExactly("Vacances d’Été 2028",
				"Vacances de Printemps 2029", "Vacances d’Été 2029");
		assertThat(rows()).isZero();
		String text = Pages.document(seen).select("main input[name=text]").val();
		assertThat(this.pages.post(PAGE + "/confirmation", this.ada, "text", text)).hasRedirectedUrl(PAGE);
		SchoolCalendar known = this.holidays.known();
		assertThat(known.holidays()).hasSize(19);
		assertThat(known.on(LocalDate.of(2028, 8, 15))).isPresent();
		assertThat(known.on(LocalDate.of(2029, 4, 22))).isPresent();
		assertThat(known.on(LocalDate.of(2029, 4, 23))).isEmpty();
		assertThat(known.isPublished(LocalDate.of(2029, 6, 1))).isTrue();
		assertThat(known.isPublished(LocalDate.of(2029, 7, 8))).isFalse();
		assertThat(this.pages.read("/administration/audit?quoi=holidays", this.ada).select(".history").text())
			.contains("Vacances scolaires ajoutées", "Vacances de Printemps 2029");
		assertThat(Pages.document(this.pages.post(PAGE + "/confirmation", this.ada, "text", text)).text())
			.contains("déjà connu");
	}

	@Test
	void whatIsNoCalendarOrOfAnotherZoneIsRefusedBesideItsField() {
		for (List<String> wrong : List.of(List.of("", "Choisissez le calendrier"),
				List.of("bonjour", "il faut un calendrier (.ics)"), List.of(calendar(), "il faut un calendrier (.ics)"),
				List.of(calendar(event("20290407", "20290423", "Vacances de Printemps - Zone A")), "zone lue : A"),
				List.of(calendar(event("20290407", "20290423", "Vacances de Printemps")), "de quelle zone"),
				List.of(calendar(event("20290901", "20290901", "Rentrée - Zone B")), "aucune période"),
				List.of(calendar(event("20291399", "20290423", "Vacances - Zone B")), "20291399"),
				List.of(calendar(event("20270417", "20270503", "Vacances - Zone B")), "déjà connu"))) {
			MvcTestResult result = this.pages.post(PAGE, this.ada, "text", wrong.getFirst());
			assertThat(result).as(wrong.getLast()).hasStatus(422);
			assertThat(Pages.document(result).select("#text-error").text()).contains(wrong.getLast());
			assertThat(this.pages.post(PAGE + "/confirmation", this.ada, "text", wrong.getFirst())).hasStatus(422);
		}
		MvcTestResult image = this.pages.upload(PAGE, this.ada, "file", "photo.png", new byte[] { 1, 2, 3, 0, -1 });
		assertThat(image).hasStatus(422);
		assertThat(Pages.document(image).select("#file-error").text()).contains("il faut un calendrier (.ics)");
		assertThat(rows()).isZero();
	}

	private int rows() {
		return this.jdbc.sql("SELECT count(*) FROM school_holiday").query(Integer.class).single();
	}

	private static String calendar(String... events) {
		return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
	}

	private static String event(String first, String back, String summary) {
		return "BEGIN:VEVENT\r\nUID:" + first + "\r\nDTSTART;VALUE=DATE:" + first + "\r\nDTEND;VALUE=DATE:" + back
				+ "\r\nSUMMARY:" + summary + "\r\nEND:VEVENT\r\n";
	}

}
