package fr.faireavec.journal.web;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionDetails.Outcome;
import fr.faireavec.journal.ActionDetails.Sharing;
import fr.faireavec.journal.ActionDetails.What;
import fr.faireavec.journal.ActionDetails.When;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Sources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The journal as each person may read and write it, and what a clumsy hand sends it. */
@IntegrationTest
class JournalPagesTests {

	private static final LocalDate START = Sources.START;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private Leaving leaving;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	@BeforeEach
	void aParcoursWithTwoStructures() {
		this.sources = Sources.of(this.cast);
	}

	@Test
	void aTitleIsEnough() throws Exception {
		Document page = page(this.sources.ines(), noted(this.sources.ines(), Map.of("title", "Un café")));
		assertThat(page.select("h1").text()).isEqualTo("Un café");
		assertThat(page.text()).contains("Idée", "Notée par Inès Carpentier").doesNotContain("À confirmer");
		assertThat(page(this.sources.ines(), "").select(".journal-card").text()).contains("Un café");
	}

	@Test
	void sentTwiceItIsOneActionAndTheSamePage() {
		Map<String, String> typed = Map.of("key", Ids.next().toString(), "title", "Un café");
		String first = noted(this.sources.ines(), typed);
		for (int i = 0; i < 2; i++) {
			assertThat(noted(this.sources.ines(), typed)).isEqualTo(first);
		}
		assertThat(actions()).isEqualTo(1);
	}

	@Test
	void aForeignKeyOpensNothing() {
		Map<String, String> typed = Map.of("key", Ids.next().toString(), "title", "Un café");
		assertThat(noted(this.sources.ines(), typed)).isNotEqualTo(noted(this.sources.hugo(), typed));
	}

	@Test
	void mayComeTiedToASession() throws Exception {
		Document form = page(this.sources.ines(), "/nouvelle-action?seance=5");
		assertThat(form.select("#session option[selected]").val()).isEqualTo("5");
		String made = noted(this.sources.ines(), Map.of("title", "Un café", "session", "5"));
		assertThat(page(this.sources.ines(), made).text()).contains("Jour 5");
	}

	@Test
	void whatAFacilitatorWritesThePilotConfirms() throws Exception {
		Document form = page(this.sources.claire(), "/nouvelle-action?structure=" + this.sources.canal().getId());
		assertThat(form.select("#structure option[selected]").text()).isEqualTo("Recyclerie du Canal");
		String made = noted(this.sources.claire(),
				Map.of("title", "Un café", "structure", this.sources.canal().getId().toString()));
		assertThat(page(this.sources.claire(), made).text()).contains("À confirmer par la structure")
			.doesNotContain("Je confirme");
		assertThat(page(this.sources.ines(), made).text()).contains("Claire Vasseur a écrit cette action pour vous");
		assertThat(post(this.sources.claire(), made + "/confirmation", Map.of())).hasStatus(404);
		assertThat(post(this.sources.hugo(), made + "/confirmation", Map.of())).hasStatus(404);
		assertThat(post(this.sources.ines(), made + "/confirmation", Map.of())).hasRedirectedUrl(address(made));
		assertThat(page(this.sources.ines(), made).text()).contains("Confirmée par Inès Carpentier")
			.doesNotContain("À confirmer");
	}

	@Test
	void thePilotsOwnEditAlsoConfirms() {
		LoggedAction action = log(this.sources.claire(), this.sources.canal(), "Un café");
		assertThat(action.isAwaitingPilot()).isTrue();
		LoggedAction revised = revise(this.sources.ines(), action, ActionDetails.titled("Un grand café"));
		assertThat(revised.isAwaitingPilot()).isFalse();
		assertThat(revise(this.sources.claire(), revised, ActionDetails.titled("Un café")).isAwaitingPilot()).isTrue();
	}

	@Test
	void aFacilitatorChoosesAStructureOfTheParcours() throws Exception {
		for (String structure : new String[] { "", UUID.randomUUID().toString(), "abc" }) {
			Document page = refused(post(this.sources.claire(), "/nouvelle-action",
					Map.of("key", Ids.next().toString(), "title", "Un café", "structure", structure)));
			assertThat(page.select("#structure-error").text()).isNotEmpty();
		}
		assertThat(actions()).isZero();
	}

	@Test
	void aPilotReadsHerOwnAndInShortWhatIsShared() throws Exception {
		LoggedAction secret = log(this.sources.hugo(), this.sources.cantine(), "Secret de cantine");
		LoggedAction told = share(log(this.sources.hugo(), this.sources.cantine(), "Table ouverte"));
		Document list = page(this.sources.ines(), "");
		assertThat(list.text()).contains("Table ouverte", "Cantine Coop").doesNotContain("Secret de cantine");
		assertThat(get(this.sources.ines(), "/" + secret.getId())).hasStatus(404);
		Document shared = page(this.sources.ines(), "/" + told.getId());
		assertThat(shared.text()).contains("Table ouverte", "Les habitués servent", "Cantine Coop")
			.doesNotContain("37", "Hugo", "mars");
		assertThat(shared.select("main form, main .button:not([href$=echanges])")).isEmpty();
		assertThat(get(this.sources.ines(), "/" + told.getId() + "/modifier")).hasStatus(404);
		assertThat(post(this.sources.ines(), "/" + told.getId() + "/modifier", Map.of("title", "Pris"))).hasStatus(404);
		assertThat(post(this.sources.ines(), "/" + told.getId() + "/etat", Map.of("state", "ONGOING", "version", "1")))
			.hasStatus(404);
		assertThat(page(this.sources.ines(), "?vue=partages").text()).contains("Table ouverte")
			.doesNotContain("Secret");
	}

	/** From what one notes to its photo: a title, two presses and the picture. */
	@Test
	void aPhotoFollowsWhatOneNotes() throws Exception {
		Document page = page(this.sources.ines(), "/nouvelle-action");
		assertThat(page.select("button[name=puis][value=photo]")).hasSize(1);
		String next = post(this.sources.ines(), "/nouvelle-action",
				Map.of("key", page.expectFirst("[name=key]").attr("value"), "title", "Un atelier", "puis", "photo"))
			.getResponse()
			.getRedirectedUrl();
		assertThat(next).endsWith("/pieces");
		assertThat(page(this.sources.ines(), String.valueOf(next).replaceFirst(".*/journal", ""))
			.select("input[type=file]")).isNotEmpty();
	}

	@Test
	void theAnimationReadsAllAndFilters() throws Exception {
		log(this.sources.ines(), this.sources.canal(), "Un café");
		share(log(this.sources.hugo(), this.sources.cantine(), "Table ouverte"));
		assertThat(page(this.sources.claire(), "").select(".journal-card h3").eachText())
			.containsExactly("Table ouverte", "Un café");
		assertThat(page(this.sources.claire(), "?structure=" + this.sources.canal().getId()).select(".journal-card h3")
			.eachText()).containsExactly("Un café");
		assertThat(page(this.sources.claire(), "?state=DONE&structure=&theme=").select(".journal-card h3").eachText())
			.containsExactly("Table ouverte");
		assertThat(page(this.sources.claire(), "?theme=" + UUID.randomUUID()).text())
			.contains("Aucune action ne correspond");
		assertThat(page(this.sources.claire(), "?state=RIEN&page=-4").select(".journal-card")).hasSize(2);
		assertThat(page(this.sources.claire(), "?page=2000000000").select(".journal-card")).hasSize(2);
	}

	@Test
	void nobodyElseReadsIt() {
		LoggedAction action = share(log(this.sources.ines(), this.sources.canal(), "Un café"));
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Person helene = this.cast.person("Hélène", "Martel");
		fund(helene);
		Person sabine = this.cast.person("Sabine", "Wattel");
		Parcours other = this.cast.parcours("Trois Rivières", START, malik);
		this.cast.pilot(this.cast.enrol(other, this.cast.structure("Radio des Voisins")), sabine, START);
		for (Person person : new Person[] { malik, helene, sabine }) {
			for (String path : new String[] { "", "/nouvelle-action", "/" + action.getId(),
					"/" + action.getId() + "/modifier" }) {
				assertThat(get(person, path)).hasStatus(404);
			}
			assertThat(post(person, "/nouvelle-action", Map.of("title", "Intrus"))).hasStatus(404);
		}
		String elsewhere = "/parcours/" + other.getSlug() + "/journal/" + action.getId();
		assertThat(this.mvc.get().uri(elsewhere).with(this.cast.as(sabine)).exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri(elsewhere).with(this.cast.as(malik)).exchange()).hasStatus(404);
	}

	@Test
	void doneAsksForWhatIsMissingBesideTheFields() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier",
				Map.of("version", "0", "title", "Un café", "state", "DONE")));
		assertThat(page.select("#learning-error").text()).contains("ce que vous avez appris");
		assertThat(page.select("#startsOn-error").text()).contains("au moins une date");
		assertThat(page.select(".summary li")).hasSize(2);
		assertThat(page.select("input[name=state][checked]").val()).isEqualTo("DONE");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/modifier",
				Map.of("version", "0", "title", "Un café", "state", "DONE", "startsOn", "2026-11-14", "learning",
						"Le matin va mieux.", "contributedHours", "18", "volunteerHours", "2,5")))
			.hasRedirectedUrl(address("/" + action.getId()));
		// 2,5 × 12,02, the rate of 2026.
		assertThat(page(this.sources.ines(), "/" + action.getId()).text()).contains("Réalisée", "14 novembre 2026",
				"30,05");
	}

	/** Nobody's name goes to the library unread, nor that of who wishes none. */
	@Test
	void namesInWhatIsSharedWithTheLibraryAreReadFirst() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put("title", "Le café de la recyclerie du CANAL");
		form.put("state", "ONGOING");
		form.put("learning", "Mme Carpentier a tenu le bar. Ines CARPENTIER aussi.");
		form.put("sharedLibrary", "true");
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(page.select(".journal-library .warning li").eachText()).hasSize(3)
			.anyMatch((said) -> said.contains("Le titre dit « Recyclerie du Canal »"))
			.anyMatch((said) -> said.contains("appris dit « Mme Carpentier »"));
		assertThat(page.select("main form button").text()).isEqualTo("J’ai relu, enregistrer");
		form.put("libraryNamed", "true");
		Document named = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(named.select(".warning li").eachText()).hasSize(2).noneMatch((said) -> said.contains("titre"));
		form.put("accepted", String.join(",", named.select("[name=accepted]").eachAttr("value")));
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/modifier", form))
			.hasRedirectedUrl(address("/" + action.getId()));
		assertThat(page(this.sources.ines(), "/" + action.getId()).text()).contains("la bibliothèque, sous votre nom");
	}

	@Test
	void whatIsDoneIsSaidOnAShortPage() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Document before = page(this.sources.ines(), "/" + action.getId());
		assertThat(before.select("main a[href$=/realisation]").text()).isEqualTo("Elle est réalisée");
		Document page = page(this.sources.ines(), "/" + action.getId() + "/realisation");
		assertThat(page.select(".error, .summary")).isEmpty();
		assertThat(page.select("form .input[required]").eachAttr("name")).containsExactly("endsOn", "learning");
		assertThat(page.select("main form .field:not(details .field)")).hasSize(7);
		assertThat(page.text()).contains("celles qui ont pris part");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/etat", move(action, "DONE")))
			.hasRedirectedUrl(address("/" + action.getId() + "/realisation"));
		assertThat(
				get(this.sources.ines(), "/" + action.getId() + "/realisation/total?helpers=12&each=2h30&volunteers=3"))
			.bodyText()
			.contains("30\u00a0h", "7\u00a0h\u00a030");
		Map<String, String> said = Map.of("version", "0", "endsOn", "2026-11-14", "learning", "Le matin va mieux.",
				"peopleReached", "40", "peopleInvolved", "12", "helpers", "12", "each", "2h30", "volunteers", "3");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/realisation", said))
			.hasRedirectedUrl(address("/" + action.getId()));
		// 12 × 2.5 h; 3 × 2.5 h × 12.02, the rate of 2026.
		assertThat(page(this.sources.ines(), "/" + action.getId()).text()).contains("Réalisée", "14 novembre 2026",
				"30 h", "7,5 h", "90,15");
		assertThat(get(this.sources.ines(), "/" + action.getId() + "/realisation"))
			.hasRedirectedUrl(address("/" + action.getId()));
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-20, ''", "2026-11-10, 2026-11-10" })
	void aDayStillToComeIsNotWhenItWasDone(LocalDate planned, String proposed) throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		UUID parcours = action.getEnrolment().getParcours().getId();
		Impersonation.as(this.sources.ines(), () -> this.logging.revise(parcours, action.getId(), 0,
				ActionDetails.titled("Un café").with(new When(ActionState.PLANNED, planned, null, null))));
		this.cast.forget();
		assertThat(page(this.sources.ines(), "/" + action.getId() + "/realisation").select("[name=endsOn]").val())
			.isEqualTo(proposed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "helpers | '' | each | 2h | helpers", "helpers | 3 | each | '' | each",
					"helpers | 1 | each | 20 min | each", "helpers | 3 | volunteers | 4 | volunteers",
					"helpers | 3 | each | deux heures | each", "helpers | 100000 | each | 999 h | each",
					"helpers | 3 | each | -2 | each", "endsOn | '' | each | 2h | endsOn",
					"endsOn | 2027-01-03 | each | 2h | endsOn", "learning | '' | each | 2h | learning",
					"peopleReached | 3 | peopleInvolved | 4 | peopleInvolved" })
	void whatMakesNoSenseIsRefusedBesideItsField(String first, String one, String second, String other, String blamed)
			throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> said = new LinkedHashMap<>(Map.of("version", "0", "endsOn", "2026-11-14", "learning",
				"Le matin va mieux.", "helpers", "3", "each", "2h30"));
		said.put(first, one);
		said.put(second, other);
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/realisation", said));
		assertThat(page.select(".error").parents().select(".field.invalid .input").eachAttr("name"))
			.containsExactly(blamed);
		untouched(action);
	}

	@Test
	void whatIsAbandonedSaysOnlyWhatWasLearnt() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Document page = page(this.sources.ines(), "/" + action.getId() + "/abandon");
		assertThat(page.select("main form .input").eachAttr("name")).containsExactly("learning");
		assertThat(refused(post(this.sources.ines(), "/" + action.getId() + "/abandon", Map.of("version", "0")))
			.select("#learning-error")
			.text()).contains("un résultat, pas un échec");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/abandon",
				Map.of("version", "0", "learning", "Trop tôt.")))
			.hasRedirectedUrl(address("/" + action.getId()));
		assertThat(page(this.sources.ines(), "/" + action.getId()).text()).contains("Abandonnée", "Trop tôt.");
	}

	@Test
	void doneFromTheFirstNoteAsksThenForTheRest() throws Exception {
		String next = noted(this.sources.ines(), Map.of("title", "Un café", "state", "DONE"));
		assertThat(next).endsWith("/realisation");
		assertThat(page(this.sources.ines(), next).select("h1").text()).contains("est réalisée");
		assertThat(page(this.sources.ines(), next.replace("/realisation", "")).select(".tag").eachText())
			.contains("En cours");
	}

	@Test
	void oneTapMovesItOn() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/etat", move(action, "ONGOING")))
			.hasRedirectedUrl(address("/" + action.getId()));
		assertThat(page(this.sources.ines(), "/" + action.getId()).select(".tag").eachText()).contains("En cours");
	}

	@Test
	void theSecondOfTwoSeesBothVersions() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		revise(this.sources.claire(), action,
				ActionDetails.titled("Version de Claire").with(new When(ActionState.ONGOING, null, null, null)));
		MvcTestResult late = post(this.sources.ines(), "/" + action.getId() + "/modifier",
				Map.of("version", "0", "title", "Version d’Inès", "state", "PLANNED"));
		assertThat(late).hasStatus(409);
		assertThat(Jsoup.parse(late.getResponse().getContentAsString()).text()).contains("Version de Claire",
				"Version d’Inès", "En cours", "Prévue");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "startsOn | 2026-02-31", "startsOn | hier", "startsOn | 0026-03-01", "endsOn | +999999999-01-01",
					"state | FINIE", "state | ''", "keptOn | PEUT-ETRE", "theme | abc",
					"theme | 00000000-0000-0000-0000-000000000000", "level | 00000000-0000-0000-0000-000000000000",
					"instrument | <script>", "levers | 00000000-0000-0000-0000-000000000000", "levers | abc",
					"effects | abc", "session | 99", "session | cinq", "peopleReached | -1", "peopleReached | 100 001",
					"peopleReached | 99999999999999", "peopleReached | douze", "contributedHours | trois",
					"contributedHours | -2", "contributedHours | 2,1", "contributedHours | 1e9",
					"contributedHours | 99999999999", "volunteerHours | 2" })
	void refusesWhatItCannotKeep(String field, String typed) throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put(field, typed);
		if ("volunteerHours".equals(field)) {
			form.remove("contributedHours");
		}
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(page.select(".field.invalid .error").text()).isNotEmpty();
		assertThat(page.select(".summary a").attr("href")).startsWith("#");
		assertThat(page.select("#description").text()).isEqualTo("Autour d’un café 🙂");
		assertThat(page.select("#learning").text()).isEqualTo("Rien encore");
		untouched(action);
	}

	@Test
	void keepsWhatWasTypedInTheFieldItRefuses() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put("contributedHours", "trois heures");
		form.put("peopleReached", "douze");
		form.put("startsOn", "31/02/2026");
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(page.select("#contributedHours").val()).isEqualTo("trois heures");
		assertThat(page.select("#peopleReached").val()).isEqualTo("douze");
		assertThat(page.select("#startsOn").val()).isEqualTo("31/02/2026");
		assertThat(page.select(".summary li")).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "title, 121", "description, 4001", "description, 10000", "learning, 3001", "learning, 10000" })
	void refusesWhatIsTooLongAndKeepsIt(String field, int length) throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put(field, "é".repeat(length));
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(page.select("#" + field + "-error").text()).contains("caractères");
		assertThat(page.select("#" + field).toString()).contains("é".repeat(length));
		untouched(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Un\u0000café", "", "   " })
	void refusesATitleItCannotRead(String title) throws Exception {
		Document page = refused(
				post(this.sources.ines(), "/nouvelle-action", Map.of("key", Ids.next().toString(), "title", title)));
		assertThat(page.select("#title-error").text()).isNotEmpty();
		assertThat(actions()).isZero();
	}

	@Test
	void theEndNeverComesBeforeTheStart() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put("startsOn", "2026-11-14");
		form.put("endsOn", "2026-11-13");
		Document page = refused(post(this.sources.ines(), "/" + action.getId() + "/modifier", form));
		assertThat(page.select("#endsOn-error").text()).contains("avant le début");
	}

	@Test
	void readsNumbersAsPeopleTypeThem() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Map<String, String> form = filled();
		form.put("contributedHours", "1\u00a0200,50");
		form.put("volunteerHours", "2.25");
		form.put("peopleReached", "1 200");
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/modifier", form))
			.hasRedirectedUrl(address("/" + action.getId()));
		Document page = page(this.sources.ines(), "/" + action.getId() + "/modifier");
		assertThat(page.select("#contributedHours").val()).isEqualTo("1200,5");
		assertThat(page.select("#volunteerHours").val()).isEqualTo("2,25");
		assertThat(page.select("#peopleReached").val()).isEqualTo("1200");
	}

	@Test
	void scriptsAndEmojiAreOnlyText() throws Exception {
		String nasty = "<script>alert(1)</script> ${7*7} *{x} 🙂 \u202eenvers";
		String made = noted(this.sources.ines(), Map.of("title", nasty, "description", nasty));
		for (String path : new String[] { "", made, made + "/modifier" }) {
			Document page = page(this.sources.ines(), path);
			assertThat(page.select("main script:not([src])")).isEmpty();
			assertThat(page.select("main").toString()).contains("&lt;script&gt;alert(1)", "${7*7}", "🙂");
		}
	}

	@Test
	void aFrameworkWithoutPeopleNorScaleDoesNotAsk() throws Exception {
		Parcours sister = this.cast.parcours("richesses-humaines", "Richesses humaines", START, this.sources.claire());
		Enrolment radio = this.cast.enrol(sister, this.cast.structure("Radio des Voisins"));
		Person karim = this.cast.person("Karim", "Benali");
		this.cast.pilot(radio, karim, START);
		LoggedAction action = log(karim, radio, "Un conseil");
		String address = "/parcours/" + sister.getSlug() + "/journal/" + action.getId() + "/modifier";
		Document form = Jsoup
			.parse(this.mvc.get().uri(address).with(this.cast.as(karim)).exchange().getResponse().getContentAsString());
		assertThat(form.select("#title")).hasSize(1);
		assertThat(form.select("#peopleReached, #peopleInvolved, #level")).isEmpty();
		MvcTestResult sent = this.mvc.post()
			.uri(address)
			.with(this.cast.as(karim))
			.with(csrf())
			.param("version", "0")
			.param("title", "Un conseil")
			.param("state", "IDEA")
			.param("peopleReached", "3")
			.exchange();
		assertThat(refused(sent).select(".summary").text()).contains("ne compte pas les personnes");
	}

	@Test
	void closingLeavesPeopleWritingArchivingDoesNot() throws Exception {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		Parcours running = this.cast.reload(this.sources.parcours());
		this.life.close(running.getId(), running.getVersion(), "Fin anticipée");
		this.cast.forget();
		assertThat(page(this.sources.ines(), "/nouvelle-action").select("[name=state]").eachAttr("value"))
			.containsExactly("ONGOING", "DONE");
		for (String promise : List.of("IDEA", "PLANNED")) {
			assertThat(refused(post(this.sources.ines(), "/nouvelle-action",
					Map.of("key", Ids.next().toString(), "title", "Promis", "state", promise)))
				.select("#state-error")
				.text()).contains("Le parcours est terminé");
		}
		assertThat(page(this.sources.ines(), "/" + action.getId()).select("button[value=PLANNED]")).isEmpty();
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/etat", move(action, "ONGOING")))
			.hasRedirectedUrl(address("/" + action.getId()));
		Parcours closed = this.cast.reload(this.sources.parcours());
		this.life.archive(closed.getId(), closed.getVersion());
		this.cast.forget();
		assertThat(get(this.sources.ines(), "/" + action.getId())).hasStatus(404);
		Document read = page(this.sources.claire(), "/" + action.getId());
		assertThat(read.select("main form, main .page-head .button")).isEmpty();
		assertThat(get(this.sources.claire(), "/" + action.getId() + "/modifier"))
			.hasRedirectedUrl(address("/" + action.getId()));
		assertThat(refused(post(this.sources.claire(), "/" + action.getId() + "/abandon",
				Map.of("learning", "Rien", "version", "1")))
			.text()).contains("ne se modifie plus");
		assertThat(page(this.sources.claire(), "/nouvelle-action").select("main form")).isEmpty();
	}

	@Test
	void aWithdrawnStructuresActionsStayToRead() throws Exception {
		LoggedAction action = share(log(this.sources.hugo(), this.sources.cantine(), "Table ouverte"));
		this.leaving.withdraw(this.sources.parcours().getId(), this.sources.cantine().getId(),
				version(this.sources.cantine()), LocalDate.of(2026, 11, 19), "Déménagement");
		this.cast.forget();
		assertThat(get(this.sources.hugo(), "")).hasStatus(404);
		assertThat(page(this.sources.ines(), "/" + action.getId()).text()).contains("Table ouverte");
		assertThat(page(this.sources.claire(), "/" + action.getId()).select("main form")).isEmpty();
		assertThat(page(this.sources.claire(), "/nouvelle-action").select("#structure option").eachText())
			.contains("Recyclerie du Canal")
			.doesNotContain("Cantine Coop");
		assertThat(refused(post(this.sources.claire(), "/nouvelle-action", Map.of("key", Ids.next().toString(), "title",
				"Un café", "structure", this.sources.cantine().getId().toString())))
			.select("#structure-error")).isNotEmpty();
	}

	@Test
	void theHistoryTellsWhatHappened() {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		share(action);
		assertThat(this.jdbc.sql("SELECT what FROM audit_row WHERE subject_id = :id ORDER BY id")
			.param("id", action.getId())
			.query(String.class)
			.list()).containsExactly("action.logged", "action.became.DONE");
	}

	/** Every field of the form, and the confirmation that goes without saying. */
	@Test
	void theHistorySaysEveryFieldThatChanged() throws Exception {
		LoggedAction action = log(this.sources.claire(), this.sources.canal(), "Un café");
		Document page = page(this.sources.ines(), "/" + action.getId() + "/modifier");
		Map<String, String> form = filled();
		form.put("state", "DONE");
		form.put("startsOn", "2026-11-02");
		form.put("endsOn", "2026-11-03");
		form.put("peopleReached", "30");
		form.put("peopleInvolved", "12");
		form.put("volunteerHours", "10");
		for (String choice : List.of("theme", "level", "instrument", "session")) {
			form.put(choice, page.select("#" + choice + " option").get(1).val());
		}
		for (String tick : List.of("levers", "roles", "serviceUsers", "recognitions", "effects", "keptOn")) {
			form.put(tick, page.select("[name=" + tick + "]").first().val());
		}
		for (String share : List.of("sharedCohort", "sharedLibrary", "sharedBilan")) {
			form.put(share, "true");
		}
		assertThat(post(this.sources.ines(), "/" + action.getId() + "/modifier", form))
			.hasRedirectedUrl(address("/" + action.getId()));
		String history = Pages
			.document(this.mvc.get()
				.uri("/parcours/" + this.sources.parcours().getSlug() + "/historique")
				.with(this.cast.as(this.sources.claire()))
				.exchange())
			.text();
		assertThat(history).contains("Action confirmée par la structure : Un café des idées", "Thème : Faire commun",
				"Niveau d’implication : Information", "Leviers : ", "Forme : ", "Usagers concernés : ",
				"Rôles des usagers : ", "Reconnaissance : ", "Effets : ", "Description (en caractères) : ", "État : ",
				"début : 2 novembre 2026", "fin : 3 novembre 2026", "D’ici au jour : ", "Usagers touchés : 30",
				"Usagers impliqués : 12", "Heures données : 18 h", "dont heures bénévoles : 10 h",
				"Valorisation : 120,20 €", "Apprentissage (en caractères) : ", "Suite : ", "Partage avec la cohorte",
				"Partage avec la bibliothèque", "Partage avec le bilan", "À confirmer par la structure : oui");
	}

	/** Confirmed by an edit that changes nothing: it is told all the same. */
	@Test
	void aConfirmationThatGoesWithoutSayingIsTold() {
		LoggedAction action = log(this.sources.claire(), this.sources.canal(), "Un café");
		revise(this.sources.ines(), action, action.getDetails());
		assertThat(this.jdbc.sql("SELECT what FROM audit_row WHERE subject_id = :id ORDER BY id")
			.param("id", action.getId())
			.query(String.class)
			.list()).containsExactly("action.logged", "action.confirmed");
	}

	/** As long as before, but another text: the history knows, without repeating it. */
	@Test
	void anotherTextOfTheSameLengthIsTold() {
		LoggedAction action = log(this.sources.ines(), this.sources.canal(), "Un café");
		LoggedAction once = revise(this.sources.ines(), action,
				action.getDetails().with(new What("Un café", "Rouge", null, null, Set.of(), null)));
		revise(this.sources.ines(), once,
				once.getDetails().with(new What("Un café", "Verte", null, null, Set.of(), null)));
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE subject_id = :id ORDER BY id DESC LIMIT 1")
			.param("id", action.getId())
			.query(String.class)
			.single()).contains("\"description\": [\"5\", \"5\"]").doesNotContain("Verte");
	}

	@Test
	void aLongJournalCostsNoMoreStatements() {
		share(log(this.sources.hugo(), this.sources.cantine(), "Table ouverte"));
		LoggedAction action = share(log(this.sources.ines(), this.sources.canal(), "Un café"));
		int[] before = { statements(this.sources.ines(), ""), statements(this.sources.claire(), ""),
				statements(this.sources.ines(), "/" + action.getId()),
				statements(this.sources.ines(), "/nouvelle-action"),
				statements(this.sources.ines(), "/" + action.getId() + "/modifier") };
		for (int i = 0; i < 12; i++) {
			share(log(this.sources.hugo(), this.sources.cantine(), "Table " + i));
			log(this.sources.ines(), this.sources.canal(), "Café " + i);
		}
		int[] after = { statements(this.sources.ines(), ""), statements(this.sources.claire(), ""),
				statements(this.sources.ines(), "/" + action.getId()),
				statements(this.sources.ines(), "/nouvelle-action"),
				statements(this.sources.ines(), "/" + action.getId() + "/modifier") };
		assertThat(after).isEqualTo(before);
		assertThat(Arrays.stream(after).max().getAsInt()).isLessThanOrEqualTo(15);
	}

	private int statements(Person person, String path) {
		String timing = get(person, path).getResponse().getHeader("Server-Timing");
		return Integer.parseInt(String.valueOf(timing).replaceAll("\\D+", ""));
	}

	private Map<String, String> filled() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("version", "0");
		form.put("title", "Un café des idées");
		form.put("description", "Autour d’un café 🙂");
		form.put("state", "ONGOING");
		form.put("contributedHours", "18");
		form.put("learning", "Rien encore");
		return form;
	}

	private void untouched(LoggedAction action) {
		assertThat(this.jdbc.sql("SELECT title FROM logged_action WHERE id = :id AND version = 0 AND state = 'IDEA'")
			.param("id", action.getId())
			.query(String.class)
			.list()).containsExactly("Un café");
	}

	private long actions() {
		return this.jdbc.sql("SELECT count(*) FROM logged_action").query(Long.class).single();
	}

	private int version(Enrolment enrolment) {
		return this.jdbc.sql("SELECT version FROM enrolment WHERE id = :id")
			.param("id", enrolment.getId())
			.query(Integer.class)
			.single();
	}

	/** Where the action noted by this form is read. */
	private String noted(Person person, Map<String, String> typed) {
		MvcTestResult sent = post(person, "/nouvelle-action", typed);
		assertThat(sent).hasStatus3xxRedirection();
		return String.valueOf(sent.getResponse().getRedirectedUrl()).substring(address("").length());
	}

	private LoggedAction log(Person person, Enrolment enrolment, String title) {
		AtomicReference<LoggedAction> logged = new AtomicReference<>();
		UUID parcoursId = this.jdbc.sql("SELECT parcours_id FROM enrolment WHERE id = :id")
			.param("id", enrolment.getId())
			.query(UUID.class)
			.single();
		Impersonation.as(person, () -> logged
			.set(this.logging.log(Ids.next(), parcoursId, enrolment.getId(), ActionDraft.titled(title))));
		this.cast.forget();
		return logged.get();
	}

	private LoggedAction revise(Person person, LoggedAction action, ActionDetails details) {
		AtomicReference<LoggedAction> revised = new AtomicReference<>();
		Impersonation.as(person, () -> revised
			.set(this.logging.revise(this.sources.parcours().getId(), action.getId(), action.getVersion(), details)));
		this.cast.forget();
		return revised.get();
	}

	/** Done in March with 37 people, shared with the cohort alone. */
	private LoggedAction share(LoggedAction action) {
		return revise(action.getWrittenBy(), action,
				ActionDetails.titled(action.getTitle())
					.with(new What(action.getTitle(), "Une grande table", null, null, Set.of(), null))
					.with(new When(ActionState.DONE, LocalDate.of(2026, 3, 14), null, null))
					.with(new ActionDetails.Who(Set.of(), Set.of(), 37, 37))
					.with(Outcome.learnt("Les habitués servent"))
					.with(new Sharing(true, false, false)));
	}

	private void fund(Person reader) {
		UUID funder = Ids.next();
		this.cast.flush();
		this.jdbc
			.sql("INSERT INTO funder (id, version, slug, name, kind) VALUES (:id, 0, 'region', 'Région', 'REGION')")
			.param("id", funder)
			.update();
		this.jdbc.sql("""
				INSERT INTO funder_reader (id, version, funder_id, person_id, named_at)
				VALUES (gen_random_uuid(), 0, :funder, :person, '2026-09-01T00:00:00Z')
				""").param("funder", funder).param("person", reader.getId()).update();
		this.jdbc.sql("""
				INSERT INTO convention (id, version, parcours_id, funder_id, number, starts_on, ends_on)
				VALUES (gen_random_uuid(), 0, :parcours, :funder, '1', '2026-09-01', '2027-06-30')
				""").param("funder", funder).param("parcours", this.sources.parcours().getId()).update();
	}

	private static Map<String, String> move(LoggedAction action, String state) {
		return Map.of("state", state, "version", Integer.toString(action.getVersion()));
	}

	private String address(String path) {
		return "/parcours/" + this.sources.parcours().getSlug() + "/journal" + path;
	}

	private MvcTestResult get(Person person, String path) {
		this.cast.forget();
		return this.mvc.get().uri(address(path)).with(this.cast.as(person)).exchange();
	}

	private Document page(Person person, String path) throws UnsupportedEncodingException {
		MvcTestResult answer = get(person, path);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	private MvcTestResult post(Person person, String path, Map<String, String> typed) {
		this.cast.forget();
		var request = this.mvc.post().uri(address(path)).with(this.cast.as(person)).with(csrf());
		typed.forEach(request::param);
		return request.exchange();
	}

	private Document refused(MvcTestResult answer) throws UnsupportedEncodingException {
		assertThat(answer).hasStatus(422);
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

}
