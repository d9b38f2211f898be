package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.structures.Structures;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@IntegrationTest
class ParticipationPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Enrolments enrolments;

	@Autowired
	private Mandates mandates;

	@Autowired
	private People people;

	@Autowired
	private Structures structures;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Parcours parcours;

	private Enrolment recyclerie;

	@BeforeEach
	void oneStructurePilotedByInes() {
		this.cast.itIs(LocalDateTime.of(2026, 4, 1, 10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Pays des Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
	}

	@Test
	void aReplacementKeepsTheHistoryAndClosesTheDoorAtOnce() {
		assertThat(get(this.ines, "")).hasStatusOk();
		Document page = page(get(this.claire, at("/mandats/nouveau?role=PILOT")));
		assertThat(page.text()).contains("Le mandat de Inès Carpentier prendra fin le 1er avril 2026")
			.contains("son accès à ce parcours s’arrête ce jour-là");

		MvcTestResult done = post(this.claire, at("/mandats"), Map.of("role", "PILOT", "givenName", "Nora",
				"familyName", "Leclercq", "email", "nora@demo.example", "from", "2026-04-01"));
		assertThat(done).hasRedirectedUrl("/parcours/pays-des-sources" + at(""));

		assertThat(get(this.ines, "")).hasStatus(404);
		assertThat(get(this.ines, at(""))).hasStatus(404);
		page = page(get(this.claire, at("")));
		assertThat(page.select("section:has(#tenue-PILOT)").text()).contains("Nora Leclercq").doesNotContain("Inès");
		assertThat(page.select("section:has(#mandats-passes) tr").text()).contains("Inès Carpentier")
			.contains("du 2 mars 2026 au 1er avril 2026");
	}

	@Test
	void theCohortReadsWhoTakesPartAndTheAddressOfWhoAgrees() {
		Person hugo = this.cast.person("Hugo", "Lemaire");
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Épicerie du Faubourg")), hugo, START);
		this.cast.flush();
		Document page = page(get(this.ines, "/cohorte"));
		assertThat(page.select("tbody tr").eachText()).containsExactly(
				"Épicerie du Faubourg Sourceville Hugo Lemaire Pilote par l’animation",
				"Recyclerie du Canal Sourceville Inès Carpentier Pilote ines.carpentier@demo.example");
		assertThat(page(get(this.claire, "/cohorte")).text()).contains("hugo.lemaire@demo.example");
		assertThat(this.mvc.post()
			.uri("/mon-compte")
			.with(csrf())
			.with(this.cast.as(hugo))
			.param("version", String.valueOf(hugo.getVersion()))
			.param("givenName", "Hugo")
			.param("familyName", "Lemaire")
			.param("telephone", "0612345678")
			.param("showsAddress", "true")
			.exchange()).hasStatus(302);
		this.cast.forget();
		page = page(get(this.ines, "/cohorte"));
		assertThat(page.select("tbody tr").eachText().getFirst()).contains("hugo.lemaire@demo.example")
			.doesNotContain("06 12 34 56 78");
		assertThat(page(get(this.claire, "/cohorte")).text()).contains("06 12 34 56 78");
		assertThat(page(get(hugo, "")).select("nav a[href$=/cohorte]").text()).isEqualTo("La cohorte");
	}

	@Test
	void thePersonPutInPlaceOfAnotherIsNotNamedTwiceByADoubleClick() {
		Map<String, String> typed = Map.of("key", UUID.randomUUID().toString(), "role", "COPILOT", "givenName", "Nora",
				"familyName", "Leclercq", "from", "2026-04-01");
		post(this.claire, at("/mandats"), typed);
		assertThat(post(this.claire, at("/mandats"), typed)).hasStatus3xxRedirection();
		assertThat(this.mandates.ofEnrolment(this.recyclerie.getId())).hasSize(2);
	}

	@Test
	void pilotAndCopilotAreTwoPeople() {
		long before = this.people.count();
		MvcTestResult refused = post(this.claire, at("/mandats"), Map.of("role", "COPILOT", "givenName", "Inès",
				"familyName", "Carpentier", "email", "INES.carpentier@demo.example", "from", "2026-04-01"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#email-error").text()).contains("pilote et copilote sont deux personnes");
		assertThat(this.people.count()).isEqualTo(before);
	}

	@Test
	void aMandateThatEndsLaterStillStandsUntilThen() {
		Mandate copilot = this.cast.copilot(this.recyclerie, this.cast.person("Tom", "Bailleul"), START);
		this.cast.flush();
		post(this.claire, at("/mandats/" + copilot.getId() + "/fin"), Map.of("version", "0", "from", "2026-05-01"));
		this.cast.forget();
		MvcTestResult refused = post(this.claire, at("/mandats"),
				Map.of("role", "COPILOT", "givenName", "Nora", "familyName", "Leclercq", "from", "2026-04-15"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#from-error").text()).contains("Tom Bailleul").contains("1er mai 2026");
	}

	@Test
	void aRefusedNominationKeepsWhatWasTypedAndWritesNothing() {
		long before = this.people.count();
		MvcTestResult refused = post(this.claire, at("/mandats"), Map.of("role", "PILOT", "givenName", "Nora",
				"familyName", "", "email", "pas une adresse", "from", "2026-02-30"));
		assertThat(refused).hasStatus(422);
		Document page = page(refused);
		assertThat(page.select("#givenName").val()).isEqualTo("Nora");
		assertThat(page.select("#email").val()).isEqualTo("pas une adresse");
		assertThat(page.select("#from").val()).isEqualTo("2026-02-30");
		assertThat(page.select(".summary li")).hasSize(3);
		refused = post(this.claire, at("/mandats"),
				Map.of("role", "PILOT", "givenName", "Nora", "familyName", "Leclercq", "from", "2026-01-01"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#from-error").text()).contains("2 mars 2026");
		assertThat(this.people.count()).isEqualTo(before);
		assertThat(this.mandates.ofEnrolment(this.recyclerie.getId())).hasSize(1);
	}

	@Test
	void theSignatureMayComeLaterButIsNeverInTheFuture() {
		Mandate mandate = this.mandates.ofEnrolment(this.recyclerie.getId()).getFirst();
		assertThat(page(get(this.claire, "/structures")).select("tr:contains(Recyclerie) .tag").text())
			.contains("Signature à venir");
		String address = at("/mandats/" + mandate.getId() + "/signature");
		MvcTestResult refused = post(this.claire, address,
				Map.of("version", "0", "signatory", "La présidente", "on", "2026-04-02"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#signatory").val()).isEqualTo("La présidente");
		assertThat(post(this.claire, address, Map.of("version", "0", "signatory", "La présidente", "on", "2026-04-01")))
			.hasStatus3xxRedirection();
		assertThat(page(get(this.claire, at(""))).text()).contains("Mandat signé par La présidente le 1er avril 2026");
		assertThat(page(get(this.claire, "/structures")).select("tr:contains(Recyclerie)").text())
			.doesNotContain("Signature à venir")
			.contains("sans copilote");
	}

	@Test
	void theAddressesOfACohortAreCopiedAtOnce() {
		this.cast.copilot(this.recyclerie, this.cast.person("Tom", "Bailleul"), START);
		this.cast.forget();
		Document page = page(get(this.claire, "/structures"));
		assertThat(page.select("#adresses").val()).isEqualTo("ines.carpentier@demo.example, tom.bailleul@demo.example");
		assertThat(page.select("a[href^=mailto]").attr("href"))
			.isEqualTo("mailto:?bcc=ines.carpentier@demo.example,tom.bailleul@demo.example");
	}

	@Test
	void oneSignatorySignsForBothMandatesOfEachStructureAtOnce() {
		this.cast.copilot(this.recyclerie, this.cast.person("Tom", "Bailleul"), START);
		Enrolment cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(cantine, this.cast.person("Hugo", "Lemaire"), START);
		this.cast.forget();
		String first = "signatory[" + this.recyclerie.getId() + "]";
		Document page = page(get(this.claire, "/structures/signatures"));
		assertThat(page.select("form .field .label").text()).contains("Recyclerie du Canal", "Cantine Coop")
			.doesNotContain("facultatif");
		assertThat(page.text()).contains("Inès Carpentier, Tom Bailleul");
		assertThat(page.select("#on").val()).isEqualTo("2026-04-01");
		for (Map<String, String> wrong : List.of(Map.of("on", "2026-04-01"), Map.of("on", "2026-04-02", first, "Luc"),
				Map.of("on", "", first, "Luc"), Map.of("on", "2026-04-01", first, "L".repeat(121)))) {
			assertThat(post(this.claire, "/structures/signatures", wrong)).as(wrong.toString()).hasStatus(422);
		}
		assertThat(post(this.claire, "/structures/signatures", Map.of("on", "2026-04-01", first, "Luc Noé, président")))
			.hasRedirectedUrl("/parcours/pays-des-sources/structures");
		this.cast.forget();
		assertThat(this.mandates.ofEnrolment(this.recyclerie.getId()))
			.allMatch((mandate) -> "Luc Noé, président".equals(mandate.getSignatory()));
		assertThat(this.mandates.ofEnrolment(cantine.getId())).noneMatch(Mandate::isSigned);
		assertThat(page(get(this.claire, "/structures/signatures")).select("form .label").text())
			.doesNotContain("Recyclerie");
	}

	@Test
	void aWithdrawalSaysWhatWillHappenAndClosesTheDoor() {
		assertThat(page(get(this.claire, at("/retrait"))).text()).contains("le mandat de Inès Carpentier prend fin");
		MvcTestResult refused = post(this.claire, at("/retrait"), Map.of("version", "0", "on", "2026-04-01"));
		assertThat(refused).hasStatus(422);
		assertThat(post(this.claire, at("/retrait"),
				Map.of("version", "0", "on", "2026-04-01", "reason", "Plus personne <pour> piloter")))
			.hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(get(this.ines, "")).hasStatus(404);
		Document list = page(get(this.claire, "/structures"));
		assertThat(list.text()).contains("Retirée le 1er avril 2026").contains("Plus personne <pour> piloter");
		assertThat(post(this.claire, at("/mandats"),
				Map.of("role", "PILOT", "givenName", "Nora", "familyName", "Leclercq", "from", "2026-04-02")))
			.hasStatus(422);
		assertThat(get(this.claire, at(""))).hasStatusOk();
	}

	@Test
	void aDepartureIsSaidBeforehandAndGoneBackOn() {
		post(this.claire, at("/retrait"), Map.of("version", "0", "on", "2026-04-20", "reason", "Plus de temps"));
		this.cast.forget();
		assertThat(get(this.ines, "")).hasStatusOk();
		assertThat(page(get(this.claire, "/structures")).text()).contains("Part le 20 avril 2026")
			.doesNotContain("Retirée");
		Document sheet = page(get(this.claire, at("")));
		assertThat(sheet.select("a[href$=retrait]")).isEmpty();
		assertThat(sheet.select("a[href*=mandats/nouveau]")).isNotEmpty();
		assertThat(get(this.claire, at("/retrait"))).hasStatus(422);
		Document form = page(get(this.claire, at("/retour")));
		assertThat(form.text()).contains("Rien n’a encore changé");
		assertThat(form.select("#on[type=date], input[name=mandates]")).isEmpty();
		assertThat(
				post(this.claire, at("/retour"),
						Map.of("version", form.select("input[name=version]").val(), "on",
								form.select("input[name=on]").val(), "reason", "Elle reste finalement")))
			.hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(page(get(this.claire, "/structures")).text()).doesNotContain("Part le");
		assertThat(get(this.claire, at("/retour"))).hasStatus(422);
	}

	@Test
	void aStructureThatLeftComesBackWithItsPeople() {
		post(this.claire, at("/retrait"), Map.of("version", "0", "on", "2026-04-01", "reason", "Plus de temps"));
		this.cast.forget();
		this.cast.itIs(LocalDateTime.of(2026, 4, 20, 10, 0));
		assertThat(page(get(this.claire, at(""))).select("a[href$=retour]").text()).isEqualTo("Revenir sur ce départ");
		Document form = page(get(this.claire, at("/retour")));
		assertThat(form.text()).contains("elle n’était en fait jamais partie", "annulés le restent",
				"Inès Carpentier, pilote");
		String version = form.select("input[name=version]").val();
		String mandate = form.select("input[name=mandates][checked]").val();
		MvcTestResult refused = post(this.claire, at("/retour"),
				Map.of("version", version, "on", "2026-03-31", "mandates", mandate, "reason", "Du renfort"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#on-error").text()).contains("partie le 1er avril 2026");
		assertThat(page(refused).select("#reason").text()).isEqualTo("Du renfort");
		assertThat(post(this.claire, at("/retour"),
				Map.of("version", version, "on", "2026-04-20", "mandates", mandate, "reason", "Du renfort")))
			.hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(get(this.ines, "")).hasStatusOk();
		Document sheet = page(get(this.claire, at("")));
		assertThat(sheet.text()).contains("À partir du mercredi 1er avril 2026, de retour le lundi 20 avril 2026");
		assertThat(page(get(this.claire, "/structures")).text()).contains("Absente du 1er avril 2026 au 20 avril 2026");
		assertThat(page(get(this.claire, "/historique")).text()).contains("Retour de Recyclerie du Canal",
				"Du renfort");
	}

	@Test
	void somebodyElseWasFasterToWithdraw() {
		assertThat(post(this.claire, at("/retrait"), Map.of("version", "7", "on", "2026-04-01", "reason", "Partie")))
			.hasStatus(409);
	}

	@Test
	void aLinkIsShownOnceAndNeverForTheNetworksOwn() {
		Mandate pilot = this.mandates.ofEnrolment(this.recyclerie.getId()).getFirst();
		Mandate copilot = this.cast.copilot(this.recyclerie, this.cast.administrator("Ada", "Minard"), START);
		MvcTestResult given = post(this.claire, at("/mandats/" + pilot.getId() + "/acces"), Map.of());
		assertThat(given).hasStatusOk();
		assertThat(page(given).select("#lien-acces").val()).contains("/invitation/");
		assertThat(page(get(this.claire, at(""))).select("#lien-acces")).isEmpty();
		MvcTestResult refused = post(this.claire, at("/mandats/" + copilot.getId() + "/acces"), Map.of());
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).text()).contains("seule l’administration peut créer son lien d’invitation");
		assertThat(page(get(this.claire, at(""))).select("form[action$=" + copilot.getId() + "/acces]")).isEmpty();
	}

	@Test
	void aLinkOpensNothingItsGiverMayNotSee() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours other = this.cast.parcours("Trois Rivières", START, malik);
		this.cast.pilot(this.cast.enrol(other, this.cast.structure("Cantine Coop")), this.ines, START);
		Mandate pilot = this.mandates.ofEnrolment(this.recyclerie.getId()).getFirst();
		assertThat(post(this.claire, at("/mandats/" + pilot.getId() + "/acces"), Map.of())).hasStatus(422);
		Person ada = this.cast.administrator("Ada", "Minard");
		assertThat(post(ada, at("/mandats/" + pilot.getId() + "/acces"), Map.of())).hasStatusOk();
	}

	@Test
	void aMandateThatIsOverOpensNoDoor() {
		Mandate pilot = this.mandates.ofEnrolment(this.recyclerie.getId()).getFirst();
		this.cast.pilot(this.recyclerie, this.cast.person("Nora", "Leclercq"), LocalDate.of(2026, 4, 1));
		assertThat(post(this.claire, at("/mandats/" + pilot.getId() + "/acces"), Map.of())).hasStatus(422);
	}

	@Test
	void aPilotSeesHerOwnParticipationAndNoOther() {
		Enrolment cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		Mandate hers = this.mandates.ofEnrolment(this.recyclerie.getId()).getFirst();
		Document page = page(get(this.ines, at("")));
		assertThat(page.text()).contains("Inès Carpentier");
		assertThat(page.text().replace("claire.vasseur@demo.example", "")).as("but for the animation's")
			.doesNotContain("demo.example");
		assertThat(page.select("a[href*=mandats], a[href$=retrait]")).isEmpty();
		String foreign = "/structures/" + cantine.getId();
		for (String address : List.of(foreign, foreign + "/niveaux", foreign + "/estimation", "/structures",
				at("/retrait"), at("/mandats/nouveau?role=PILOT"), at("/mandats/" + hers.getId() + "/signature"))) {
			assertThat(get(this.ines, address)).as(address).hasStatus(404);
		}
		assertThat(post(this.ines, foreign + "/estimation", Map.of("people", "3"))).hasStatus(404);
		assertThat(post(this.ines, at("/mandats/" + hers.getId() + "/acces"), Map.of())).hasStatus(404);
	}

	@Test
	void aParticipationOfAnotherParcoursIsNotFound() {
		Parcours other = this.cast.parcours("Trois Rivières", START, this.claire);
		Enrolment foreign = this.cast.enrol(other, this.cast.structure("Cantine Coop"));
		Mandate mandate = this.cast.pilot(foreign, this.cast.person("Hugo", "Lemaire"), START);
		assertThat(get(this.claire, "/structures/" + foreign.getId())).hasStatus(404);
		assertThat(get(this.claire, at("/mandats/" + mandate.getId() + "/signature"))).hasStatus(404);
		assertThat(post(this.claire, at("/mandats/" + mandate.getId() + "/acces"), Map.of())).hasStatus(404);
	}

	@Test
	void aPilotChoosesTheLevelsAndEstimates() {
		Document page = page(get(this.ines, at("/niveaux")));
		assertThat(page.select("input[name=levels]")).hasSize(6);
		String fourth = page.select("input[name=levels]").get(3).val();
		assertThat(post(this.ines, at("/niveaux"), Map.of("levels", fourth))).hasStatus3xxRedirection();
		assertThat(post(this.ines, at("/niveaux"), Map.of("levels", this.recyclerie.getId().toString())))
			.hasStatus(422);
		MvcTestResult refused = post(this.ines, at("/estimation"), Map.of("people", "beaucoup"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#people").val()).isEqualTo("beaucoup");
		assertThat(post(this.ines, at("/estimation"), Map.of("people", "100001"))).hasStatus(422);
		assertThat(post(this.ines, at("/estimation"), Map.of("people", "120"))).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(page(get(this.ines, at(""))).text())
			.contains("4 · Co-construction", "de l’idée au résultat. Par exemple")
			.contains("120 personnes");
	}

	@Test
	void aNewStructureComesInOnce() {
		Map<String, String> typed = Map.of("key", UUID.randomUUID().toString(), "name", "Ferme du Marais", "legalForm",
				"SCIC", "commune", "Marais-sur-Brune", "departement", "2a", "siret", "732 829 320 00074", "activeFrom",
				"2026-03-02");
		MvcTestResult done = post(this.claire, "/structures", typed);
		assertThat(done).hasStatus3xxRedirection();
		assertThat(post(this.claire, "/structures", typed).getResponse().getRedirectedUrl())
			.isEqualTo(done.getResponse().getRedirectedUrl());
		assertThat(this.enrolments.ofParcours(this.parcours.getId())).hasSize(2);
		assertThat(this.structures.findBySiret("73282932000074")).isPresent();
		assertThat(page(get(this.claire, "/structures")).text()).contains("Ferme du Marais")
			.contains("Moins que le repère du parcours");
	}

	@Test
	void anEmptyCohortLeadsToTheImportAndAFullOneDoesNot() {
		assertThat(page(get(this.claire, "/structures")).select(".empty")).isEmpty();
		Parcours empty = this.cast.parcours("Trois Rivières", START, this.claire);
		Document page = page(this.mvc.get()
			.uri("/parcours/" + empty.getSlug() + "/structures")
			.with(this.cast.as(this.claire))
			.exchange());
		assertThat(page.select(".empty")).hasSize(1);
		assertThat(page.select(".empty a").attr("href")).endsWith("/structures/import");
		assertThat(page.select("#structure option:contains(Recyclerie)")).hasSize(1);
	}

	@Test
	void anotherStructureOfTheSameNameMakesOneLookTwice() {
		Map<String, String> typed = new HashMap<>(
				Map.of("name", "recyclerie du CANAL", "legalForm", "SCIC", "activeFrom", "2026-03-02"));
		MvcTestResult refused = post(this.claire, "/structures", typed);
		String code = page(refused).select("input[name=accepted]").val();
		assertThat(code).isNotEmpty();
		typed.put("accepted", code);
		this.cast.structure("Cantine Coop");
		this.cast.forget();
		typed.put("name", "Cantine coop");
		assertThat(post(this.claire, "/structures", typed)).hasStatus(422);
		typed.put("name", "recyclerie du CANAL");
		assertThat(post(this.claire, "/structures", typed)).hasStatus3xxRedirection();
	}

	@Test
	void aRefusedStructureKeepsWhatWasTypedAndWritesNothing() {
		long before = this.structures.count();
		MvcTestResult refused = post(this.claire, "/structures", Map.of("name", "Ferme du Marais", "legalForm", "SCIC",
				"siret", "123 456 789 01234", "activeFrom", "2026-03-02"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#siret").val()).isEqualTo("123 456 789 01234");
		assertThat(page(refused).select("#siret-error")).isNotEmpty();
		String known = this.recyclerie.getStructure().getId().toString();
		refused = post(this.claire, "/structures", Map.of("structure", known, "activeFrom", "2026-03-02"));
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#structure-error").text()).contains("est déjà dans ce parcours");
		assertThat(post(this.claire, "/structures", Map.of("activeFrom", ""))).hasStatus(422);
		assertThat(post(this.claire, "/structures",
				Map.of("structure", known, "name", "Ferme du Marais", "activeFrom", "2026-03-02")))
			.hasStatus(422);
		assertThat(this.structures.count()).isEqualTo(before);
	}

	@Test
	void theHistoryTellsItAllInWords() {
		post(this.claire, at("/estimation"), Map.of("people", "12"));
		assertThat(page(get(this.claire, "/historique")).text()).contains("Pilote de Recyclerie du Canal")
			.contains("Usagers différents estimés par Recyclerie du Canal")
			.doesNotContain("??");
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'enrolment.estimated'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private String at(String operation) {
		return "/structures/" + this.recyclerie.getId() + operation;
	}

	private MvcTestResult get(Person who, String address) {
		return this.mvc.get().uri("/parcours/pays-des-sources" + address).with(this.cast.as(who)).exchange();
	}

	private MvcTestResult post(Person who, String address, Map<String, String> typed) {
		var request = this.mvc.post().uri("/parcours/pays-des-sources" + address).with(csrf()).with(this.cast.as(who));
		typed.forEach(request::param);
		MvcTestResult result = request.exchange();
		if (result.getResponse().getStatus() == 422) {
			this.cast.forget();
		}
		else {
			this.cast.flush();
		}
		return result;
	}

	private static Document page(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
