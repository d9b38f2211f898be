package fr.faireavec.availability;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What people can never do: said on their own page, read for any time. */
@IntegrationTest
class AvailabilityTests {

	private static final String PAGE = "/mon-compte/disponibilites";

	/** A Wednesday. */
	private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Availabilities availabilities;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ines;

	@BeforeEach
	void somebody() {
		this.pages = new Pages(this.mvc, this.cast);
		this.ines = this.cast.person("Inès", "Carpentier");
	}

	@Test
	void whatIsSaidOnceIsKeptAndTakenBack() {
		assertThat(said("WEDNESDAY_AFTERNOON", "SCHOOL_HOLIDAYS")).hasRedirectedUrl(PAGE);
		assertThat(said("WEDNESDAY_AFTERNOON", "SCHOOL_HOLIDAYS", "MONDAY_EVENING")).hasRedirectedUrl(PAGE);
		assertThat(this.pages.read(PAGE, this.ines).select("input[checked]").eachAttr("value"))
			.containsExactlyInAnyOrder("WEDNESDAY_AFTERNOON", "SCHOOL_HOLIDAYS", "MONDAY_EVENING");
		assertThat(said("MONDAY_EVENING")).hasRedirectedUrl(PAGE);
		assertThat(this.pages.read(PAGE, this.ines).select("input[checked]").eachAttr("value"))
			.containsExactly("MONDAY_EVENING");
		assertThat(said()).hasRedirectedUrl(PAGE);
		assertThat(this.pages.read(PAGE, this.ines).select("input[checked]")).isEmpty();
	}

	@Test
	void whatIsNotOfferedIsRefusedBesideTheFieldAndNothingIsLost() {
		said("MONDAY_EVENING");
		MvcTestResult result = said("FRIDAY_MORNING", "FRIDAY_NIGHT");
		assertThat(result).hasStatus(422);
		Document page = Pages.document(result);
		assertThat(page.select("#never-error").text()).contains("Choisissez parmi");
		assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("FRIDAY_MORNING");
		assertThat(this.jdbc.sql("SELECT never FROM standing_constraint").query(String.class).list())
			.containsExactly("MONDAY_EVENING");
	}

	@Test
	void eachIsReadForAnyTimeAndWhoSaidNothingCanAlways() {
		said("WEDNESDAY_AFTERNOON", "THURSDAY_MORNING", "SCHOOL_HOLIDAYS");
		Person hugo = this.cast.person("Hugo", "Lemaire");
		Map<UUID, Availability> all = this.availabilities.of(List.of(this.ines.getId(), hugo.getId()));
		assertThat(all.get(hugo.getId())).isNotNull()
			.satisfies((free) -> assertThat(free.impossible(DAY.atTime(14, 0), DAY.atTime(15, 0))).isEmpty());
		assertThat(all.get(this.ines.getId())).isNotNull().satisfies((said) -> {
			assertThat(said.impossible(DAY.atTime(9, 30), DAY.atTime(13, 0))).isEmpty();
			assertThat(said.impossible(DAY.atTime(9, 30), DAY.atTime(13, 1))).contains(Impossibility.WEEKDAY);
			assertThat(said.impossible(DAY.atTime(17, 59), DAY.atTime(19, 0))).contains(Impossibility.WEEKDAY);
			assertThat(said.impossible(DAY.atTime(18, 0), DAY.atTime(20, 0))).isEmpty();
			assertThat(said.impossible(DAY.plusDays(5).atTime(14, 0), DAY.plusDays(5).atTime(15, 0))).isEmpty();
			// Over midnight, into the morning that is never possible.
			assertThat(said.impossible(DAY.atTime(20, 0), DAY.plusDays(1).atStartOfDay())).isEmpty();
			assertThat(said.impossible(DAY.atTime(20, 0), DAY.plusDays(1).atTime(0, 30)))
				.contains(Impossibility.WEEKDAY);
			LocalDateTime spring = LocalDateTime.of(2027, 4, 20, 9, 30);
			assertThat(said.impossible(spring, spring.plusHours(2))).contains(Impossibility.SCHOOL_HOLIDAYS);
			LocalDateTime unpublished = LocalDateTime.of(2029, 4, 17, 9, 30);
			assertThat(said.impossible(unpublished, unpublished.plusHours(2))).isEmpty();
		});
		assertThat(this.availabilities.of(List.of())).isEmpty();
	}

	private MvcTestResult said(String... codes) {
		String[] sent = new String[2 * codes.length];
		for (int i = 0; i < codes.length; i++) {
			sent[2 * i] = "never";
			sent[2 * i + 1] = codes[i];
		}
		return this.pages.post(PAGE, this.ines, sent);
	}

}
