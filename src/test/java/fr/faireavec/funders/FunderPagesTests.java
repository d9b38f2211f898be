package fr.faireavec.funders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Conventions;
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

/** Who pays, who reads for them, and by which convention. */
@IntegrationTest
class FunderPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 8);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private FunderReaders readers;

	@Autowired
	private FunderKeeping keeping;

	@Autowired
	private Conventions conventions;

	@Autowired
	private ConventionKeeping agreeing;

	private Pages pages;

	private Person claire;

	private Parcours parcours;

	private Funder region;

	@BeforeEach
	void people() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.plusDays(30).atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.parcours = this.cast.parcours("Pays de test", START, this.claire);
		this.region = this.keeping.register(Ids.next(), "Région Fictive", FunderKind.REGION, "", "", "");
	}

	@Test
	void aFunderIsAddedOnce() {
		String key = Ids.next().toString();
		for (int i = 0; i < 2; i++) {
			assertThat(this.pages.post("/financeurs/nouveau", this.claire, "key", key, "name", "Fondation Fictive",
					"kind", "FONDATION"))
				.hasRedirectedUrl("/financeurs/fondation-fictive");
		}
		assertThat(this.pages.read("/financeurs", this.claire).select("tbody th").eachText())
			.contains("Fondation Fictive", "Région Fictive");
		assertThat(this.pages.read("/financeurs", this.claire).select(".empty")).isEmpty();
	}

	/** All of them hold, however they are separated; what is no code is said. */
	@Test
	void itsDepartementsAreCodes() {
		String all = IntStream.rangeClosed(1, 95)
			.filter((code) -> code != 20)
			.mapToObj("%02d"::formatted)
			.collect(Collectors.joining(" "));
		assertThat(this.pages.post("/financeurs/nouveau", this.claire, "name", "Fondation Fictive", "kind", "FONDATION",
				"departements", all + ";2a 971"))
			.hasStatus(302);
		assertThat(this.pages.read("/financeurs/fondation-fictive/modifier", this.claire)
			.select("[name=departements]")
			.attr("value")).startsWith("01, 02, 03").contains("19, 21, 22", "29, 2A, 30").endsWith("95, 971");
		MvcTestResult refused = this.pages.post("/financeurs/nouveau", this.claire, "name", "Autre", "kind", "REGION",
				"departements", "Nord");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("#departements-error").text()).contains("numéros de département");
		assertThat(Pages.document(refused).select("[name=departements]").attr("value")).isEqualTo("Nord");
	}

	@Test
	void aNameIsTakenOnce() {
		MvcTestResult result = this.pages.post("/financeurs/nouveau", this.claire, "name", "région fictive", "kind",
				"REGION");
		assertThat(result).hasStatus(422);
		assertThat(Pages.document(result).select("#name-error").text()).contains("déjà un financeur");
	}

	@Test
	void aFunderIsCorrectedUnlessSomebodyWasFaster() {
		String address = "/financeurs/region-fictive/modifier";
		assertThat(this.pages.post(address, this.claire, "version", "0", "name", "Région Fictive", "kind", "REGION",
				"mention", "Avec le soutien de la Région"))
			.hasRedirectedUrl("/financeurs/region-fictive");
		MvcTestResult stale = this.pages.post(address, this.claire, "version", "0", "name", "Région Fictive", "kind",
				"REGION", "mention", "Autre mention");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.document(stale).text()).contains("Avec le soutien de la Région", "Autre mention");
	}

	@Test
	void aReaderIsNamedReceivesALinkAndIsRemoved() {
		pay(this.parcours);
		assertThat(this.pages.post("/financeurs/region-fictive/lecture", this.claire, "givenName", "Hélène",
				"familyName", "Martel", "email", "Helene.Martel@demo.example"))
			.hasRedirectedUrl("/financeurs/region-fictive");
		Person helene = this.readers.of(this.region).getFirst().getPerson();
		assertThat(helene.getEmail()).isEqualTo("helene.martel@demo.example");
		String base = "/financeurs/region-fictive/lecture/" + helene.getId();
		Document page = Pages.document(this.pages.post(base + "/acces", this.claire));
		String link = page.select("#lien-acces").val();
		assertThat(link).contains("/invitation/");
		assertThat(this.mvc.get().uri(link.substring(link.indexOf("/invitation/"))).exchange()).bodyText()
			.contains("les bilans publiés")
			.doesNotContain("les dates des séances");
		assertThat(this.pages.read("/financeurs/region-fictive", this.claire).select("#lien-acces")).isEmpty();
		assertThat(this.pages.post(base + "/fin", this.claire)).hasRedirectedUrl("/financeurs/region-fictive");
		assertThat(this.readers.of(this.region)).isEmpty();
		assertThat(this.pages.post(base + "/acces", this.claire)).hasStatus(404);
		this.pages.post(base + "/reprise", this.claire);
		assertThat(this.readers.of(this.region)).hasSize(1);
	}

	@Test
	void nobodyTakesOverTheAdministration() {
		Person malik = this.cast.administrator("Malik", "Dubreuil");
		pay(this.parcours);
		this.keeping.nameReader(this.region.getId(), malik);
		MvcTestResult result = this.pages.post("/financeurs/region-fictive/lecture/" + malik.getId() + "/acces",
				this.claire);
		assertThat(result).hasStatus(422);
		assertThat(Pages.document(result).text()).doesNotContain("/invitation/");
		assertThat(this.pages.post("/financeurs/region-fictive/lecture/" + malik.getId() + "/acces", malik))
			.hasStatusOk();
	}

	/**
	 * A reader opens every parcours of the funder: only who runs them all, or the
	 * administration, says who reads, and sees who does.
	 */
	@Test
	void whoRunsOnlySomeOfItsParcoursNeitherNamesNorSeesItsReaders() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours other = this.cast.parcours("Autre pays", START, malik);
		Person helene = this.cast.person("Hélène", "Martel");
		this.keeping.nameReader(this.region.getId(), helene);
		Person ada = this.cast.administrator("Ada", "Minard");
		theseMay(helene, ada);
		pay(this.parcours);
		theseMay(helene, ada, this.claire);
		pay(other);
		theseMay(helene, ada);
		assertThat(this.pages.read("/financeurs/region-fictive", malik).text()).contains("Autre pays")
			.doesNotContain("Pays de test", "Hélène", "helene");
	}

	/** Its name and mention stand on the bilans of each parcours it pays for. */
	@Test
	void nobodyRewordsAFunderOfSomebodyElsesParcours() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		String address = "/financeurs/region-fictive";
		String[] form = { "version", "0", "name", "Région Fictive", "kind", "REGION", "mention", "Autre" };
		pay(this.parcours);
		assertThat(this.pages.read(address, this.claire).select("a[href$=/modifier]")).hasSize(1);
		assertThat(this.pages.read(address, malik).select("a[href$=/modifier]")).isEmpty();
		assertThat(this.pages.get(address + "/modifier", malik)).hasStatus(404);
		assertThat(this.pages.post(address + "/modifier", malik, form)).hasStatus(404);
		assertThat(this.pages.post(address + "/modifier", this.claire, form)).hasRedirectedUrl(address);
		assertThat(this.pages.get(address + "/modifier", this.cast.administrator("Ada", "Minard"))).hasStatusOk();
	}

	@Test
	void aKeyThatIsEmptyIsOneNotGiven() {
		assertThat(this.pages.post("/financeurs/nouveau", this.claire, "key", "", "name", "Fondation Fictive", "kind",
				"FONDATION"))
			.hasRedirectedUrl("/financeurs/fondation-fictive");
	}

	/** These and no others of the staff name, restore, remove and hand the link. */
	private void theseMay(Person reader, Person... those) {
		this.cast.forget();
		String base = "/financeurs/region-fictive/lecture";
		for (Person one : List.of(this.claire, this.cast.facilitator("Malik", "Dubreuil"),
				this.cast.administrator("Ada", "Minard"))) {
			boolean may = List.of(those).contains(one);
			Document page = this.pages.read("/financeurs/region-fictive", one);
			assertThat(page.select("main form[action*=/lecture]").isEmpty()).isNotEqualTo(may);
			assertThat(page.text().contains("Hélène Martel")).isEqualTo(may);
			assertThat(page.text().contains("Vous ne voyez pas cette liste")).isNotEqualTo(may);
			List<Integer> answers = new ArrayList<>();
			for (String act : List.of("/" + reader.getId() + "/acces", "/" + reader.getId() + "/fin",
					"/" + reader.getId() + "/reprise", "")) {
				answers.add(
						this.pages
							.post(base + act, one, "givenName", one.getGivenName(), "familyName", one.getFamilyName(),
									"email", String.valueOf(one.getEmail()))
							.getResponse()
							.getStatus());
				this.cast.forget();
			}
			assertThat(answers).isEqualTo(may ? List.of(200, 302, 302, 302) : List.of(404, 404, 404, 404));
			this.keeping.nameReader(this.region.getId(), reader);
		}
	}

	private void pay(Parcours paid) {
		this.cast.flush();
		this.agreeing.agree(Ids.next(), paid.getId(), this.region.getId(),
				new ConventionTerms("N-1", null, START, START.plusYears(1), null, null, null, null, null, null, null));
	}

	@Test
	void onlyTheStaffComesIn() {
		Person helene = this.cast.person("Hélène", "Martel");
		this.keeping.nameReader(this.region.getId(), helene);
		for (String address : new String[] { "/financeurs", "/financeurs/nouveau", "/financeurs/region-fictive",
				"/financeurs/region-fictive/modifier" }) {
			assertThat(this.pages.get(address, helene)).hasStatus(404);
		}
		assertThat(this.pages.post("/financeurs/region-fictive/lecture", helene, "givenName", "A", "familyName", "B",
				"email", "a@b.fr"))
			.hasStatus(404);
	}

	@Test
	void aConventionIsAgreedAmendedAndShownToItsFunder() {
		String base = "/parcours/" + this.parcours.getSlug() + "/conventions";
		assertThat(this.pages.read(base, this.claire).text()).contains("Aucune convention pour ce parcours");
		String key = Ids.next().toString();
		for (int i = 0; i < 2; i++) {
			assertThat(this.pages.post(base + "/nouvelle", this.claire, "key", key, "funder",
					this.region.getId().toString(), "number", "2026-17", "amount", "12 000,50", "startsOn",
					"2026-10-01", "endsOn", "2027-09-30", "targetStructures", "8", "reportDueOn", "2027-10-31"))
				.hasRedirectedUrl(base);
		}
		assertThat(this.conventions.ofParcours(this.parcours.getId())).hasSize(1);
		UUID id = this.conventions.ofParcours(this.parcours.getId()).getFirst().getId();
		Document list = this.pages.read(base, this.claire);
		assertThat(list.select("tbody").text()).contains("Région Fictive", "2026-17", "8 structures",
				"31 octobre 2027");
		assertThat(list.select(".empty")).isEmpty();
		Document edit = this.pages.read(base + "/" + id, this.claire);
		assertThat(edit.select(".empty")).isEmpty();
		assertThat(edit.select("select[name=funder]")).isEmpty();
		assertThat(edit.select("#amount").val()).isEqualTo("12000,50");
		assertThat(this.pages.read("/financeurs/region-fictive", this.claire).select("main").text())
			.contains("Pays de test", "2026-17");
		assertThat(this.pages.post(base + "/" + id, this.claire, "version", "0", "funder",
				this.region.getId().toString(), "number", "2026-17", "startsOn", "2026-10-01", "endsOn", "2026-09-30"))
			.hasStatus(422);
		assertThat(this.pages.post(base + "/" + id, this.claire, "version", "0", "funder",
				this.region.getId().toString(), "number", "2026-18", "startsOn", "2026-10-01", "endsOn", "2027-09-30"))
			.hasRedirectedUrl(base);
		assertThat(this.conventions.in(this.parcours.getId(), id).orElseThrow().getTerms().number())
			.isEqualTo("2026-18");
	}

	@Test
	void anotherParcoursSConventionIsNotThere() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours other = this.cast.parcours("Autre pays", START, malik);
		String key = Ids.next().toString();
		this.pages.post("/parcours/" + this.parcours.getSlug() + "/conventions/nouvelle", this.claire, "key", key,
				"funder", this.region.getId().toString(), "number", "1", "startsOn", "2026-10-01", "endsOn",
				"2027-09-30");
		UUID id = this.conventions.ofParcours(this.parcours.getId()).getFirst().getId();
		assertThat(this.pages.get("/parcours/" + other.getSlug() + "/conventions/" + id, malik)).hasStatus(404);
		assertThat(this.pages.get("/parcours/" + this.parcours.getSlug() + "/conventions", malik)).hasStatus(404);
		assertThat(this.pages.get("/parcours/" + this.parcours.getSlug() + "/conventions", this.cast.person("A", "B")))
			.hasStatus(404);
	}

}
