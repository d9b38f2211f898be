package fr.faireavec.structures;

import java.time.LocalDate;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The directory, who writes it and who reads one of its sheets. */
@IntegrationTest
class StructurePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 8);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Structures structures;

	@Autowired
	private StructureKeeping keeping;

	private Pages pages;

	private Person claire;

	private Structure epicerie;

	@BeforeEach
	void people() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.plusDays(30).atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.epicerie = this.cast.structure("Épicerie du Faubourg");
		this.cast.structure("Café Passerelle");
		this.cast.flush();
	}

	@Test
	void theListIsSearchedWithoutAccents() {
		Document page = this.pages.read("/structures?texte=EPICERIE%20faubourg", this.claire);
		assertThat(page.select("tbody th").eachText()).containsExactly("Épicerie du Faubourg");
		assertThat(page.select("#texte").val()).isEqualTo("EPICERIE faubourg");
		assertThat(page.select(".empty")).isEmpty();
		assertThat(this.pages.read("/structures?texte=sourceville", this.claire).select("tbody th"))
			.hasSizeGreaterThanOrEqualTo(2);
		assertThat(this.pages.read("/structures?texte=%25", this.claire).select("tbody th")).isEmpty();
		assertThat(this.pages.read("/structures?texte=%5C", this.claire).select("tbody th")).isEmpty();
		Document none = this.pages.read("/structures?departement=62", this.claire);
		assertThat(none.select(".empty-title").eachText()).containsExactly("Aucune structure ne correspond");
	}

	@Test
	void theListSaysInHowManyParcours() {
		Parcours parcours = this.cast.parcours("Pays de test", START, this.claire);
		this.cast.enrol(parcours, this.epicerie);
		Document page = this.pages.read("/structures?texte=epicerie", this.claire);
		assertThat(page.select("tbody td.number").eachText()).containsExactly("1");
	}

	@Test
	void thePagesHoldTwentyFiveAndTheLastOneIsTheLast() {
		for (int i = 0; i < 30; i++) {
			this.cast.structure("Paginée " + (char) ('a' + i % 26) + i);
		}
		this.cast.flush();
		assertThat(this.pages.read("/structures?texte=paginee", this.claire).select("tbody tr")).hasSize(25);
		assertThat(this.pages.read("/structures?texte=paginee&page=2", this.claire).select("tbody tr")).hasSize(5);
		assertThat(this.pages.read("/structures?texte=paginee&page=99", this.claire).select("tbody tr")).hasSize(5);
		assertThat(this.pages.statements("/structures?texte=paginee", this.claire)).isLessThan(15);
	}

	@Test
	void aSheetIsOpenedOnce() {
		String key = Ids.next().toString();
		for (int i = 0; i < 2; i++) {
			assertThat(this.pages.post("/structures/nouvelle", this.claire, "key", key, "name", "Garage Entraide",
					"legalForm", "ASSOCIATION", "siret", "732 829 320 00074", "departement", "2"))
				.hasRedirectedUrl("/structures/garage-entraide");
		}
		Structure made = this.structures.findBySlug("garage-entraide").orElseThrow();
		assertThat(made.getSiret()).isEqualTo("73282932000074");
		assertThat(made.getDepartement()).isEqualTo("02");
		assertThat(this.pages.read("/structures/garage-entraide", this.claire).text()).contains("Garage Entraide",
				"Association");
	}

	@Test
	void aSiretStandsOnOneSheet() {
		this.keeping.register(Ids.next(), new StructureProfile("Garage Entraide", LegalForm.SCOP,
				new Siret("73282932000074"), null, null, null, null, null, null, null));
		MvcTestResult result = this.pages.post("/structures/nouvelle", this.claire, "key", Ids.next().toString(),
				"name", "Autre", "legalForm", "SCOP", "siret", "73282932000074");
		assertThat(result).hasStatus(422);
		Document page = Pages.document(result);
		assertThat(page.select("#siret-error").text()).contains("déjà celui de Garage Entraide");
		assertThat(page.select("#name").val()).isEqualTo("Autre");
	}

	@Test
	void aNumberThatIsNoneIsSaidBesideItsField() {
		MvcTestResult result = this.pages.post("/structures/nouvelle", this.claire, "key", Ids.next().toString(),
				"name", "", "legalForm", "", "siret", "123");
		assertThat(result).hasStatus(422);
		Document page = Pages.document(result);
		assertThat(page.select("#name-error").text()).contains("nécessaire");
		assertThat(page.select("#siret").val()).isEqualTo("123");
		MvcTestResult other = this.pages.post("/structures/nouvelle", this.claire, "key", Ids.next().toString(), "name",
				"Bis", "legalForm", "SCOP", "siret", "123");
		assertThat(Pages.document(other).select("#siret-error").text()).contains("14 chiffres");
	}

	@Test
	void aNameAlreadyThereIsAWarningThatASecondSubmitOverrides() {
		String key = Ids.next().toString();
		MvcTestResult first = this.pages.post("/structures/nouvelle", this.claire, "key", key, "name",
				"epicerie du faubourg", "legalForm", "SCOP");
		assertThat(first).hasStatus(422);
		Document page = Pages.document(first);
		assertThat(page.select(".summary.warning").text()).contains("Épicerie du Faubourg", "Sourceville");
		assertThat(page.select("main form button[type=submit]").text()).isEqualTo("Enregistrer quand même");
		String code = page.select("input[name=accepted]").val();
		assertThat(this.pages.post("/structures/nouvelle", this.claire, "key", key, "name", "epicerie du faubourg",
				"legalForm", "SCOP", "accepted", code))
			.hasRedirectedUrl("/structures/epicerie-du-faubourg-2");
	}

	@Test
	void aStaleEditShowsBothTexts() {
		String address = "/structures/" + this.epicerie.getSlug() + "/modifier";
		assertThat(this.pages.read(address, this.claire).select("main form input[type=hidden]").eachAttr("name"))
			.containsExactlyInAnyOrder("version", "_csrf");
		assertThat(this.pages.post(address, this.claire, "version", Integer.toString(this.epicerie.getVersion()),
				"name", "Épicerie du Faubourg", "legalForm", "SCIC"))
			.hasRedirectedUrl("/structures/" + this.epicerie.getSlug());
		assertThat(this.epicerie.getLegalForm()).isEqualTo(LegalForm.SCIC);
		this.cast.flush();
		assertThat(this.pages.post(address, this.claire, "version", "77", "name", "Tout autre", "legalForm", "SCIC"))
			.hasStatus(409);
	}

	@Test
	void aPilotReadsHerOwnStructureOnly() {
		Parcours parcours = this.cast.parcours("Pays de test", START, this.claire);
		Enrolment enrolment = this.cast.enrol(parcours, this.epicerie);
		Person ines = this.cast.person("Inès", "Carpentier");
		this.cast.pilot(enrolment, ines, START);
		this.cast.flush();
		Document sheet = this.pages.read("/structures/" + this.epicerie.getSlug(), ines);
		assertThat(sheet.text()).contains("Pays de test").doesNotContain("Modifier");
		assertThat(sheet.select("main a[href^=/parcours/]").attr("href")).endsWith(enrolment.getId().toString());
		assertThat(this.pages.get("/structures/cafe-passerelle", ines)).hasStatus(404);
		assertThat(this.pages.get("/structures", ines)).hasStatus(404);
		assertThat(this.pages.get("/structures/nouvelle", ines)).hasStatus(404);
		assertThat(this.pages.get("/structures/" + this.epicerie.getSlug() + "/modifier", ines)).hasStatus(404);
		assertThat(this.pages.post("/structures/nouvelle", ines, "name", "Autre", "legalForm", "SCOP")).hasStatus(404);
		assertThat(this.pages.get("/structures/" + this.epicerie.getSlug(), this.cast.person("Hugo", "Lemaire")))
			.hasStatus(404);
	}

}
