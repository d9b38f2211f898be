package fr.faireavec.parcours;

import java.time.LocalDate;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
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

@IntegrationTest
class ParcoursLifePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	@BeforeEach
	void aRunningParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.plusDays(10).atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		Parcours parcours = this.cast.parcours("Pays de test", START, this.claire);
		Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie"));
		this.cast.pilot(enrolment, this.ines, START);
		this.cast.forget();
	}

	/**
	 * Rule 13: seven days and two meetings stand in the way, and a written reason
	 * overrides them.
	 */
	@Test
	void whatIsNotHeldIsSaidAndAWrittenReasonOverrides() {
		assertThat(this.pages.read("/parcours/pays-de-test/cloture", this.claire).text()).contains("7", "2");
		assertThat(act("cloture", "reason", "  ")).hasStatus(422);
		assertThat(status()).isEqualTo("RUNNING");
		assertThat(act("cloture", "reason", "La convention s’arrête.")).hasStatus3xxRedirection();
		assertThat(status()).isEqualTo("CLOSED");
		assertThat(this.jdbc.sql("SELECT state FROM enrolment").query(String.class).single()).isEqualTo("COMPLETED");
	}

	/**
	 * Closing keeps people in, so that they complete their actions; archiving shows them
	 * out.
	 */
	@Test
	void peopleStayUntilItIsArchived() {
		act("cloture", "reason", "La convention s’arrête.");
		this.cast.forget();
		assertThat(this.pages.get("/parcours/pays-de-test/journal/nouvelle-action", this.ines)).hasStatusOk();
		assertThat(
				this.pages.get("/parcours/pays-de-test/seances/1/programmation", this.claire).getResponse().getStatus())
			.isLessThan(500);
		this.cast.forget();
		assertThat(this.pages.post("/parcours/pays-de-test/archivage", this.claire)).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(status()).isEqualTo("ARCHIVED");
		assertThat(this.pages.get("/parcours/pays-de-test", this.ines)).hasStatus(404);
		assertThat(this.pages.get("/parcours/pays-de-test", this.claire)).hasStatusOk();
	}

	@Test
	void onlyWhatRunsIsClosedAndOnlyWhatIsClosedIsArchived() {
		assertThat(this.pages.post("/parcours/pays-de-test/archivage", this.claire)).hasStatus(422);
		assertThat(this.pages.post("/parcours/pays-de-test/demarrage", this.claire)).hasStatus(422);
		assertThat(status()).isEqualTo("RUNNING");
	}

	@Test
	void theHistoryTellsWhoDidWhat() {
		act("cloture", "reason", "La convention s’arrête.");
		this.cast.forget();
		assertThat(this.pages.read("/parcours/pays-de-test/historique", this.claire).text()).contains("Parcours clos",
				"Claire Vasseur", "La convention s’arrête.");
		assertThat(this.pages.get("/parcours/pays-de-test/historique", this.ines)).hasStatus(404);
	}

	private MvcTestResult act(String what, String field, String value) {
		String version = this.jdbc.sql("SELECT version FROM parcours").query(String.class).single();
		MvcTestResult result = this.pages.post("/parcours/pays-de-test/" + what, this.claire, "version", version, field,
				value);
		this.cast.forget();
		return result;
	}

	private String status() {
		return this.jdbc.sql("SELECT status FROM parcours").query(String.class).single();
	}

}
