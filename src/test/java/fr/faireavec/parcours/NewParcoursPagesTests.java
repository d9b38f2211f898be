package fr.faireavec.parcours;

import java.time.LocalDate;
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

@IntegrationTest
class NewParcoursPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	@BeforeEach
	void someone() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(LocalDate.of(2026, 9, 1).atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
	}

	@Test
	void aTemplateShowsItsSevenDaysAndTwoMeetingsBeforeAnythingIsMade() {
		Document page = this.pages.read("/parcours/nouveau", this.claire);
		assertThat(page.select("ol.outline > li")).hasSize(9);
		assertThat(page.select("ol.outline > li.meeting")).hasSize(2);
		assertThat(count()).isZero();
	}

	@Test
	void itIsCopiedOnceHoweverOftenTheFormIsSent() {
		String key = UUID.randomUUID().toString();
		for (int i = 0; i < 3; i++) {
			assertThat(create(key, "01/10/2026", "2027-06-30")).hasRedirectedUrl("/parcours/vallee-de-l-ecluse");
		}
		assertThat(count()).isOne();
		assertThat(this.jdbc.sql("SELECT count(*) FROM collective_session").query(Long.class).single()).isEqualTo(7);
		assertThat(this.jdbc.sql("SELECT starts_on FROM parcours").query(LocalDate.class).single())
			.isEqualTo(LocalDate.of(2026, 10, 1));
	}

	@Test
	void aDateThatNeverIsComesBackAsItWasTyped() {
		var refused = create(UUID.randomUUID().toString(), "31/02/2027", "2027-06-30");
		assertThat(refused).hasStatus(422);
		Document page = Pages.document(refused);
		assertThat(page.select("[name=startsOn]").attr("value")).isEqualTo("31/02/2027");
		assertThat(page.select("#startsOn-error").text()).contains("date qui existe");
		assertThat(count()).isZero();
	}

	@Test
	void datesThatArePastAreRemarkedUpon() {
		String key = UUID.randomUUID().toString();
		var remarked = create(key, "2024-10-01", "2025-06-30");
		assertThat(remarked).hasStatus(422);
		Document page = Pages.document(remarked);
		assertThat(page.select(".summary.warning").text()).contains("déjà fini", "30 juin 2025");
		assertThat(count()).isZero();
		String read = page.select("[name=accepted]").attr("value");
		assertThat(this.pages.post("/parcours/nouveau", this.claire, "key", key, "template", "implication-usagers",
				"name", "Vallée de l’Écluse", "startsOn", "2024-10-01", "endsOn", "2025-06-30", "capacityMin", "8",
				"capacityMax", "10", "facilitators", this.claire.getId().toString(), "accepted", read))
			.hasStatus3xxRedirection();
		assertThat(count()).isOne();
	}

	@Test
	void anEndBeforeTheStartIsSaidBesideTheEnd() {
		var refused = create(UUID.randomUUID().toString(), "2027-06-30", "2026-10-01");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("#endsOn-error").text()).contains("avant le début");
	}

	@Test
	void twoPeopleOnTheSettingsLoseNothing() {
		Parcours parcours = this.cast.parcours("Pays de test", LocalDate.of(2026, 10, 1), this.claire);
		Document form = this.pages.read("/parcours/" + parcours.getSlug() + "/modifier", this.claire);
		String version = form.select("[name=version]").attr("value");
		assertThat(save(parcours, version, "Le nom de la première")).hasStatus3xxRedirection();
		this.cast.forget();
		var late = save(parcours, version, "Le nom de la seconde");
		assertThat(late).hasStatus(409);
		assertThat(Pages.document(late).text()).contains("Le nom de la première", "Le nom de la seconde");
	}

	private MvcTestResult create(String key, String from, String to) {
		return this.pages.post("/parcours/nouveau", this.claire, "key", key, "template", "implication-usagers", "name",
				"Vallée de l’Écluse", "startsOn", from, "endsOn", to, "capacityMin", "8", "capacityMax", "10",
				"facilitators", this.claire.getId().toString());
	}

	private MvcTestResult save(Parcours parcours, String version, String name) {
		return this.pages.post("/parcours/" + parcours.getSlug() + "/modifier", this.claire, "version", version,
				"template", "implication-usagers", "name", name, "startsOn", "2026-10-01", "endsOn", "2027-06-30",
				"capacityMin", "8", "capacityMax", "10", "facilitators", this.claire.getId().toString());
	}

	private long count() {
		return this.jdbc.sql("SELECT count(*) FROM parcours").query(Long.class).single();
	}

}
