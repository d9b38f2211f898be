package fr.faireavec.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Spreadsheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading, taking away, asking, answering. */
@IntegrationTest
class PrivacyPagesTests {

	private static final int MOST_STATEMENTS = 15;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private PastLife past;

	private Person ada;

	@Autowired
	private Retaining retaining;

	@BeforeEach
	void live() {
		this.past = new PastLife(PastLife.Parts.of(this.context.getAutowireCapableBeanFactory()));
		this.pages = new Pages(this.mvc, this.cast);
		this.ada = this.cast.administrator("Ida", "Ministre");
	}

	@Test
	void everybodyReadsWhatIsHeldAboutThem() {
		Document page = this.pages.read("/mon-compte/mes-donnees", this.past.canary);
		assertThat(page.select("h2").eachText()).contains("Identité", "Mandats", "Présences aux séances");
		assertThat(page.text()).contains("canari@exemple.fr", "Recyclerie", "Pilote", "Présence")
			.doesNotContain("??", "Autrui", "privacy.");
	}

	/** Somebody of the same name signed for a structure where she never was. */
	@Test
	void whatANamesakeSignedIsNotTold() {
		assertThat(this.jdbc.sql("SELECT count(*) FROM mandate WHERE signatory = 'Canari Zinzolin'")
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.pages.read("/mon-compte/mes-donnees", this.past.canary).text()).doesNotContain("Cantine",
				"Mandats signés");
		this.jdbc.sql("UPDATE mandate SET signatory = 'Canari Zinzolin', signed_on = starts_on WHERE person_id = :her")
			.param("her", this.past.canary.getId())
			.update();
		assertThat(this.pages.read("/mon-compte/mes-donnees", this.past.canary).text()).contains("Mandats signés")
			.doesNotContain("Cantine");
	}

	@Test
	void theFilesAreTakenAwayAndKeptNowhere() {
		for (String kind : List.of("csv", "json")) {
			MvcTestResult file = this.pages.get("/mon-compte/mes-donnees/fichier." + kind, this.past.canary);
			assertThat(file).hasStatusOk();
			assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment",
					"mes-donnees." + kind);
			assertThat(file.getResponse().getHeader("Cache-Control")).contains("no-store");
			assertThat(new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
				.contains("canari@exemple.fr", "Un café, par Canari Zinzolin")
				.doesNotContain("Autrui", "Vasseur", "password", "hash");
		}
	}

	@Test
	void aSpreadsheetRunsNothingOfTheFiles() {
		int changed = this.jdbc
			.sql("UPDATE logged_action SET title = E'\u200B=1 Zinzolin,=1\\t+33' WHERE title LIKE 'Un café%'")
			.update();
		assertThat(changed).isPositive();
		for (MvcTestResult file : List.of(this.pages.get("/mon-compte/mes-donnees/fichier.csv", this.past.canary),
				this.pages.post("/administration/donnees/" + this.past.canary.getId() + "/fichier.csv", this.ada))) {
			String csv = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
			assertThat(csv).contains("\u200B'=1", "Zinzolin,'=1\t'+33");
			assertThat(Spreadsheet.formulas(csv)).isEmpty();
		}
	}

	@Test
	void aRequestIsMadeSeenAndTakenBack() {
		Document before = this.pages.read("/mon-compte/mes-donnees/effacement", this.past.canary);
		assertThat(before.text()).contains("Le nom et l’adresse", "Les lignes d’émargement", "jusqu’à la date que dit");
		this.pages.post("/mon-compte/mes-donnees/effacement", this.past.canary);
		this.pages.post("/mon-compte/mes-donnees/effacement", this.past.canary);
		assertThat(this.pages.read("/mon-compte/mes-donnees", this.past.canary).text())
			.contains("vous répond au plus tard le 11 octobre 2026");
		assertThat(this.pages.read("/administration/donnees", this.ada).text()).contains("Canari Zinzolin",
				"11 octobre 2026");
		assertThat(this.pages.read("/", this.ada).select(".todo").text()).contains("1 demande d’effacement",
				"11 octobre 2026");
		assertThat(
				this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'privacy.asked'").query(UUID.class).list())
			.contains(this.ada.getId())
			.doesNotHaveDuplicates();
		this.pages.post("/mon-compte/mes-donnees/effacement/retrait", this.past.canary);
		this.pages.post("/mon-compte/mes-donnees/effacement/retrait", this.past.canary);
		assertThat(this.pages.read("/administration/donnees", this.ada).text()).contains("Aucune demande en attente");
	}

	@Test
	void aRefusalGivesItsReasonAndALetter() {
		String address = "/administration/donnees/" + this.past.canary.getId();
		this.pages.post("/mon-compte/mes-donnees/effacement", this.past.canary);
		assertThat(this.pages.post(address + "/refus", this.ada, "reason", " "))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.pages.post(address + "/refus", this.ada, "reason", "Un contrôle est en cours."))
			.hasRedirectedUrl("/administration/donnees");
		assertThat(this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'privacy.refused'")
			.query(UUID.class)
			.list()).containsExactly(this.past.canary.getId());
		assertThat(this.pages.read("/administration/donnees", this.ada).text()).contains("Un contrôle est en cours.");
		assertThat(this.pages.read("/mon-compte/mes-donnees", this.past.canary).text())
			.contains("Un contrôle est en cours.");
		assertThat(this.pages.post(address + "/refus", this.ada, "reason", "Encore"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aRequestByPostIsNotedHandedOverAndCarriedOut() {
		String address = "/administration/donnees/" + this.past.canary.getId();
		Document found = this.pages.read("/administration/donnees?q=zinzo", this.ada);
		assertThat(found.select("a[href='" + address + "']")).isNotEmpty();
		this.pages.post(address + "/demande", this.ada);
		MvcTestResult file = this.pages.post(address + "/fichier.csv", this.ada);
		assertThat(file).hasStatusOk();
		assertThat(this.pages.read(address, this.ada).text()).contains("réponse due le", "Le nom et l’adresse");
		assertThat(this.pages.post(address + "/effacement", this.ada, "seal", seal(address + "/effacement")))
			.hasRedirectedUrl("/administration/donnees");
		this.cast.forget();
		assertThat(this.pages.read("/administration/donnees", this.ada).text()).contains("Effacement fait")
			.doesNotContain("Zinzolin");
		assertThat(this.pages.read(address, this.ada).text()).contains("Cette personne a été effacée")
			.doesNotContain("Zinzolin");
		assertThat(this.jdbc
			.sql("SELECT count(*) FROM audit_row WHERE what = 'privacy.handedOver' AND label = 'Personne effacée'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whoeverIsNeededIsSaidSo() {
		String address = "/administration/donnees/" + this.past.claire.getId();
		assertThat(this.pages.read(address, this.ada).text()).contains("« Les Sources » est encore en préparation");
		MvcTestResult tooEarly = this.pages.post(address + "/effacement", this.ada, "seal",
				seal(address + "/effacement"));
		assertThat(tooEarly).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(tooEarly).select(".summary").text())
			.contains("« Les Sources » est encore en préparation");
		assertThat(this.pages.read("/mon-compte/mes-donnees/effacement", this.past.claire).text())
			.contains("À faire d’abord");
	}

	@Test
	void aGuestIsFoundAndErasedByName() {
		Document page = this.pages.read("/administration/donnees?q=mauve", this.ada);
		assertThat(page.text()).contains("Invitée Mauve", "1 présence", "Maison Mauve");
		assertThat(page.select("a[href='/administration/donnees/noms?name=Invit%C3%A9e%20Mauve']")).isNotEmpty();
		String look = "/administration/donnees/noms?name=Invit%C3%A9e%20Mauve";
		assertThat(this.pages.read(look, this.ada).text()).contains("Personne invitée à une séance", "Maison Mauve");
		this.pages.post("/administration/donnees/noms", this.ada, "name", "Invitée Mauve", "seal", seal(look));
		assertThat(this.pages.read("/administration/donnees?q=mauve", this.ada).text()).contains("Personne de ce nom");
	}

	private String seal(String address) {
		return this.pages.read(address, this.ada).select("input[name=seal]").attr("value");
	}

	@Test
	void theRegisterAndTheNoticeSayTheSame() {
		Document register = this.pages.read("/administration/donnees/registre", this.ada);
		assertThat(register.select("main h2").eachText()).contains("Tenir l’émargement", "Écrire aux personnes");
		assertThat(register.text()).contains("attendance.person_name", "sinon 5 ans", "6 mois après l’envoi")
			.doesNotContain("??", "privacy.");
		MvcTestResult open = this.mvc.get().uri("/confidentialite").exchange();
		assertThat(open).hasStatusOk();
		Document notice = Pages.document(open);
		assertThat(notice.text()).contains("CNIL", "Aucun traceur", "Tenir l’émargement", "3 ans après")
			.doesNotContain("??", "privacy.", "person_name");
		assertThat(notice.select("footer a[href='/confidentialite']")).isNotEmpty();
		assertThat(
				Pages.document(this.mvc.get().uri("/connexion").exchange()).select("main a[href='/confidentialite']"))
			.isNotEmpty();
	}

	@Test
	void whatIsAboutToGoIsShownAndKept() {
		this.cast.itIs(PastLife.START.plusYears(7).atTime(3, 30));
		this.retaining.run();
		Document page = this.pages.read("/administration/donnees", this.ada);
		assertThat(page.select("#preuves tbody th").eachText()).contains(this.past.parcours.getName());
		assertThat(page.select("#preuves").text()).contains("Noms des feuilles de présence", "1er octobre 2033");
		assertThat(this.pages.read("/administration", this.ada).select("main .tag.sun").text())
			.contains("effacement annoncé");
		String address = page.select("#preuves a").attr("href");
		assertThat(this.pages.post(address, this.ada, "until", "0034-12-31"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Vérifiez l’année");
		assertThat(this.pages.post(address, this.ada, "until", "2033-09-15"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("1er octobre 2033");
		assertThat(this.pages.post(address, this.ada, "until", "2035-12-31"))
			.hasRedirectedUrl("/administration/donnees");
		page = this.pages.read("/administration/donnees", this.ada);
		assertThat(page.select("#preuves")).isEmpty();
		assertThat(page.select("#gardees").text()).contains("31 décembre 2035", "Ida Ministre");
		assertThat(this.pages.post(page.select("#gardees form").attr("action"), this.ada))
			.hasRedirectedUrl("/administration/donnees");
		assertThat(this.pages.read("/administration/donnees", this.ada).select("#gardees")).isEmpty();
	}

	@Test
	void pagesTakeFewStatements() {
		this.pages.post("/mon-compte/mes-donnees/effacement", this.past.canary);
		for (String address : List.of("/administration/donnees?q=a",
				"/administration/donnees/" + this.past.canary.getId(),
				"/administration/donnees/" + this.past.canary.getId() + "/effacement",
				"/administration/donnees/noms?name=Invit%C3%A9e%20Mauve", "/administration/donnees/registre",
				"/mon-compte/mes-donnees", "/mon-compte/mes-donnees/effacement")) {
			assertThat(this.pages.statements(address, this.ada)).as(address).isLessThanOrEqualTo(MOST_STATEMENTS);
		}
	}

}
