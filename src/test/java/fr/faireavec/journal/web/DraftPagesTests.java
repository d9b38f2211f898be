package fr.faireavec.journal.web;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.privacy.Retaining;
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

/** What is typed is kept for whoever types it, found again, and of no use once noted. */
@IntegrationTest
class DraftPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 10, 0);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private Retaining retaining;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment canal;

	private final UUID draft = Ids.next();

	@BeforeEach
	void twoStructures() {
		this.cast.itIs(NOW);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Pays des Sources", START, this.claire);
		this.canal = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.canal, this.ines, START);
		this.cast.copilot(this.canal, this.hugo, START);
		this.cast.forget();
	}

	@Test
	void whatWasTypedIsFoundAgainAsItWas() throws Exception {
		assertThat(keep(this.ines, Map.of("title", "Un café", "state", "ONGOING", "session", "5", "description",
				"Deux lignes\net une autre", "theme", "pas un thème", "invented", "x")))
			.hasStatus(204);
		Document page = page(this.ines, "/nouvelle-action");
		assertThat(page.select("#brouillons > section").text()).contains("Vous aviez commencé : « Un café »",
				"20 novembre");
		assertThat(page.select("#title").val()).as("the blank form stays blank").isEmpty();
		Document resumed = page(this.ines, href(page.select("#brouillons a").attr("href")));
		assertThat(resumed.select("#title").val()).isEqualTo("Un café");
		assertThat(resumed.select("[name=state][checked]").val()).isEqualTo("ONGOING");
		assertThat(resumed.select("#session option[selected]").val()).isEqualTo("5");
		assertThat(resumed.select("#description").text()).contains("Deux lignes").contains("et une autre");
		assertThat(resumed.select("#theme-error").text()).as("what cannot be read is told").isNotEmpty();
		assertThat(resumed.select("[name=brouillon]").val()).isEqualTo(this.draft.toString());
		assertThat(resumed.select("#brouillons > section")).isEmpty();
		assertThat(page(this.ines, "").select("#brouillons").text()).contains("Un café");
	}

	@Test
	void theLastWordsStandAndNothingTypedLeavesNothing() throws Exception {
		keep(this.ines, Map.of("title", "Un ca"));
		keep(this.ines, Map.of("title", "Un café des idées"));
		assertThat(page(this.ines, "/nouvelle-action").select("#brouillons > section").eachText()).singleElement()
			.asString()
			.contains("Un café des idées");
		assertThat(keep(this.ines, Map.of())).hasStatus(204);
		assertThat(drafts()).isZero();
	}

	@Test
	void nobodyElseMeetsIt() throws Exception {
		keep(this.ines, Map.of("title", "Secret"));
		for (Person other : List.of(this.hugo, this.claire)) {
			assertThat(get(other, "/nouvelle-action?brouillon=" + this.draft)).hasStatus(404);
			assertThat(post(other, "/brouillons/" + this.draft + "/effacement", Map.of())).hasStatus(404);
			assertThat(keep(other, Map.of("title", "Pris"))).hasStatus(404);
			assertThat(keep(other, Map.of())).hasStatus(204);
			for (String path : List.of("", "/nouvelle-action")) {
				assertThat(page(other, path).text()).doesNotContain("Secret");
			}
		}
		assertThat(page(this.ines, "/nouvelle-action?brouillon=" + this.draft).select("#title").val())
			.isEqualTo("Secret");
		assertThat(get(this.ines, "/nouvelle-action?brouillon=" + Ids.next())).hasStatus(404);
		assertThat(get(this.ines, "/nouvelle-action?brouillon=abc")).hasStatus(404);
	}

	@Test
	void nobodyElsesNotingEndsIt() {
		keep(this.ines, Map.of("title", "Un café"));
		assertThat(post(this.hugo, "/nouvelle-action", Map.of("title", "Autre", "brouillon", this.draft.toString())))
			.hasStatus3xxRedirection();
		assertThat(drafts()).isEqualTo(1);
		assertThat(keep(this.ines, Map.of("title", "Un café noir"))).hasStatus(204);
	}

	@Test
	void itEndsWhenItIsNotedAndWhatComesLateRevivesNothing() throws Exception {
		Map<String, String> typed = Map.of("title", "Un café", "brouillon", this.draft.toString());
		keep(this.ines, Map.of("title", "Un café"));
		assertThat(post(this.ines, "/nouvelle-action", Map.of("title", "", "brouillon", this.draft.toString())))
			.hasStatus(422);
		assertThat(drafts()).as("a refusal takes nothing away").isEqualTo(1);
		assertThat(post(this.ines, "/nouvelle-action", typed)).hasStatus3xxRedirection();
		assertThat(drafts()).isZero();
		assertThat(keep(this.ines, Map.of("title", "Un café"))).hasStatus(410);
		assertThat(drafts()).isZero();
		assertThat(page(this.ines, "").select("#brouillons > section")).isEmpty();
	}

	@Test
	void theRefusedFormGoesOnWithItsDraft() throws Exception {
		MvcTestResult answer = post(this.ines, "/nouvelle-action",
				Map.of("title", "", "brouillon", this.draft.toString()));
		assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).select("[name=brouillon]").val())
			.isEqualTo(this.draft.toString());
	}

	@Test
	void itsAuthorMayDropIt() throws Exception {
		keep(this.ines, Map.of("title", "Un café"));
		assertThat(post(this.ines, "/brouillons/" + this.draft + "/effacement", Map.of()))
			.hasRedirectedUrl(address(""));
		assertThat(drafts()).isZero();
		assertThat(post(this.ines, "/brouillons/" + this.draft + "/effacement", Map.of())).hasStatus(404);
	}

	@Test
	void anEditIsKeptEvenWhereItCannotBeReadYet() throws Exception {
		LoggedAction action = log("Un café");
		assertThat(keepEdit(this.ines, action, Map.of("title", "Un grand café", "contributedHours", "trois heures ?",
				"version", "0", "state", "ONGOING", "sharedCohort", "true")))
			.hasStatus(204);
		assertThat(keepEdit(this.hugo, action, Map.of("title", "Pris"))).hasStatus(404);
		String edit = "/" + action.getId() + "/modifier";
		assertThat(page(this.ines, edit).select("#brouillons").text()).contains("Un grand café");
		assertThat(page(this.ines, edit).select("#title").val()).isEqualTo("Un café");
		assertThat(page(this.ines, "/nouvelle-action").select("#brouillons > section")).isEmpty();
		Document resumed = page(this.ines, edit + "?brouillon=" + this.draft);
		assertThat(resumed.select("#title").val()).isEqualTo("Un grand café");
		assertThat(resumed.select("#contributedHours").val()).isEqualTo("trois heures ?");
		assertThat(resumed.select("#contributedHours-error").text()).contains("nombre d’heures");
		assertThat(resumed.select("#sharedCohort").hasAttr("checked")).isTrue();
		assertThat(get(this.hugo, edit + "?brouillon=" + this.draft)).hasStatus(404);
		assertThat(get(this.ines, "/nouvelle-action?brouillon=" + this.draft)).hasStatus(404);
	}

	/** The draft was begun on a version that somebody else changed since. */
	@Test
	void twoWritersBothFindTheirWords() throws Exception {
		LoggedAction action = log("Un café");
		String edit = "/" + action.getId() + "/modifier";
		keepEdit(this.ines, action, Map.of("title", "Le café d’Inès", "version", "0", "state", "IDEA"));
		assertThat(post(this.hugo, edit, Map.of("title", "Le café de Hugo", "version", "0", "state", "IDEA")))
			.hasStatus3xxRedirection();
		Document resumed = page(this.ines, edit + "?brouillon=" + this.draft);
		Map<String, String> sent = Map.of("title", resumed.select("#title").val(), "version",
				resumed.select("[name=version]").val(), "state", "IDEA", "brouillon", this.draft.toString());
		MvcTestResult conflict = post(this.ines, edit, sent);
		assertThat(conflict).hasStatus(409);
		Document both = Jsoup.parse(conflict.getResponse().getContentAsString());
		assertThat(both.text()).contains("Le café d’Inès", "Le café de Hugo");
		assertThat(both.select("[name=brouillon]").val()).isEqualTo(this.draft.toString());
		assertThat(drafts()).isEqualTo(1);
		assertThat(post(this.ines, edit, Map.of("title", both.select("[name=title]").val(), "version",
				both.select("[name=version]").val(), "state", "IDEA", "brouillon", this.draft.toString())))
			.hasStatus3xxRedirection();
		assertThat(drafts()).isZero();
	}

	@Test
	void whatIsTooMuchIsRefused() {
		assertThat(keep(this.ines, Map.of("title", "x", "description", "x".repeat(20_001)))).hasStatus(422);
		assertThat(keep(this.ines, Map.of("title", "x", "session", "x".repeat(201)))).hasStatus(422);
		assertThat(keep(this.ines, Map.of("title", "nul \u0000 ici"))).hasStatus(422);
		assertThat(drafts()).isZero();
		for (int i = 0; i < 20; i++) {
			assertThat(keep(this.ines, Ids.next(), Map.of("title", "Brouillon " + i))).hasStatus(204);
		}
		assertThat(keep(this.ines, Map.of("title", "Un de trop"))).hasStatus(422);
		assertThat(keep(this.hugo, Ids.next(), Map.of("title", "Le premier de Hugo"))).hasStatus(204);
	}

	@Test
	void sixtyDaysLaterItIsForgotten() throws Exception {
		keep(this.ines, Map.of("title", "Un café"));
		this.cast.itIs(NOW.plus(Duration.ofDays(59)));
		this.retaining.run();
		assertThat(page(this.ines, "/nouvelle-action").select("#brouillons > section")).hasSize(1);
		this.cast.itIs(NOW.plus(Duration.ofDays(61)));
		assertThat(page(this.ines, "/nouvelle-action").select("#brouillons > section")).isEmpty();
		assertThat(get(this.ines, "/nouvelle-action?brouillon=" + this.draft)).hasStatus(404);
		this.retaining.run();
		assertThat(drafts()).isZero();
	}

	private LoggedAction log(String title) {
		AtomicReference<LoggedAction> logged = new AtomicReference<>();
		Impersonation.as(this.ines, () -> logged
			.set(this.logging.log(Ids.next(), this.parcours.getId(), this.canal.getId(), ActionDraft.titled(title))));
		this.cast.forget();
		return logged.get();
	}

	private long drafts() {
		return this.jdbc.sql("SELECT count(*) FROM action_draft WHERE person_id = :ines")
			.param("ines", this.ines.getId())
			.query(Long.class)
			.single();
	}

	private MvcTestResult keep(Person person, Map<String, String> typed) {
		return keep(person, this.draft, typed);
	}

	private MvcTestResult keep(Person person, UUID id, Map<String, String> typed) {
		return post(person, "/nouvelle-action/brouillon?brouillon=" + id, typed);
	}

	private MvcTestResult keepEdit(Person person, LoggedAction action, Map<String, String> typed) {
		return post(person, "/" + action.getId() + "/modifier/brouillon?brouillon=" + this.draft, typed);
	}

	private String address(String path) {
		return "/parcours/" + this.parcours.getSlug() + "/journal" + path;
	}

	private String href(String href) {
		return href.substring(address("").length());
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

}
