package fr.faireavec.sessions.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
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

/** What the pages of the days show, to whom, and what their forms answer. */
@IntegrationTest
class SessionPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	private Person claire;

	private Person ines;

	private Parcours parcours;

	private String seances;

	@BeforeEach
	void aParcours() {
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment enrolment = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(enrolment, this.ines, START);
		this.seances = "/parcours/" + this.parcours.getSlug() + "/seances";
		this.cast.forget();
	}

	@Test
	void theListShowsEveryDayToThoseWhoTakePart() {
		schedule(1, DAY);
		for (Person reader : List.of(this.claire, this.ines)) {
			Document page = page(this.seances, reader);
			assertThat(page.select("tbody tr")).hasSize(7);
			assertThat(page.select("tbody tr").getFirst().text()).contains("jeudi 8 octobre 2026", "Salle", "fixée");
		}
		assertThat(page(this.seances, this.claire).select("a[href$=/2/programmation]")).hasSize(1);
		assertThat(page(this.seances, this.ines).select("a[href$=/2/programmation]")).isEmpty();
	}

	@Test
	void aDateIsReservedThenMadeFirm() {
		String[] form = form("2026-10-08");
		form[1] = String.valueOf(version(1));
		List<String> reserving = new ArrayList<>(List.of(form));
		reserving.addAll(List.of("reserved", "true"));
		assertThat(post(this.seances + "/1/programmation", this.claire, reserving.toArray(String[]::new)))
			.hasStatus(302);
		assertThat(page(this.seances + "/1", this.ines).text()).contains("jeudi 8 octobre 2026", "réservée",
				"personne n’y est convoqué");
		assertThat(get(this.seances + "/1/emargement", this.claire)).as("nobody signs for it yet").hasStatus(200);
		assertThat(page(this.seances + "/1/emargement", this.claire).select("form[action*=presences] button"))
			.isEmpty();
		String version = String.valueOf(version(1));
		assertThat(post(this.seances + "/2/programmation", this.claire, form("2026-10-08"))).as("it is taken")
			.hasStatus(422);
		assertThat(post(this.seances + "/1/fermete", this.claire, "version", version)).hasStatus(302);
		assertThat(this.sessions.ranked(this.parcours.getId(), 1).orElseThrow().getState())
			.isEqualTo(SessionState.SCHEDULED);
		MvcTestResult again = post(this.seances + "/1/programmation", this.claire, "version",
				String.valueOf(version(1)), "date", "2026-10-08", "firstStart", "09:30", "firstEnd", "12:30", "mode",
				"PRESENTIEL", "reserved", "true");
		assertThat(again).hasStatus(422);
		assertThat(again).bodyText().contains("Cette date est ferme");
		assertThat(post(this.seances + "/1/fermete", this.claire, "version", String.valueOf(version(1))))
			.hasStatus(422);
	}

	@Test
	void whatIsLeftOpenOfADayAwaitsTheAnimation() {
		schedule(1, DAY);
		this.cast.itIs(DAY.atTime(18, 0));
		String parcours = "/parcours/" + this.parcours.getSlug();
		Document past = page(parcours, this.claire);
		assertThat(past.select(".todo li:first-child").text()).startsWith("La séance 1 est passée");
		assertThat(past.select(".todo a[href$='/seances/1/emargement?demi-journee=1']")).hasSize(1);
		this.scheduling.hold(this.parcours.getId(), 1, version(1));
		this.cast.forget();
		assertThat(page(parcours, this.claire).select(".todo").text()).contains("feuille n’est pas fermée",
				"sans compte rendu", "séance 1");
		assertThat(page("/", this.claire).select(".todo").text()).contains("feuille n’est pas fermée",
				"sans compte rendu");
		String minutes = this.seances + "/1/compte-rendu";
		assertThat(page(this.seances + "/1", this.claire).select("a[href$=/compte-rendu]").text())
			.isEqualTo("Écrire le compte rendu");
		assertThat(page(minutes, this.claire).select("main form .input")).hasSize(1);
		assertThat(get(minutes, this.ines)).hasStatus(404);
		assertThat(post(minutes, this.claire, "version", String.valueOf(version(1)), "minutes", "a".repeat(10_001)))
			.hasStatus(422);
		assertThat(post(minutes, this.claire, "version", String.valueOf(version(1)), "minutes", "Nous avons joué."))
			.hasStatus(302);
		assertThat(page(this.seances + "/1", this.ines).text()).contains("Nous avons joué.");
		assertThat(page(parcours, this.claire).select(".todo").text()).doesNotContain("sans compte rendu");
	}

	@Test
	void strangersFindNothing() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Person nobody = this.cast.person("Paul", "Tison");
		for (String path : List.of("", "/1", "/1/programmation", "/1/emargement")) {
			assertThat(get(this.seances + path, malik)).hasStatus(404);
			assertThat(get(this.seances + path, nobody)).hasStatus(404);
		}
		for (String path : List.of("/1/programmation", "/1/annulation", "/1/contenu", "/1/emargement", "/99")) {
			assertThat(get(this.seances + path, this.ines)).hasStatus(404);
		}
		assertThat(post(this.seances + "/1/report", this.ines, "version", "0")).hasStatus(404);
		assertThat(get(this.seances + "/abc", this.claire)).hasStatus(404);
	}

	@Test
	void aPilotReadsHowToComeAndWhatToBring() {
		this.scheduling.schedule(this.parcours.getId(), 1, version(1),
				new SessionPlan(List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL,
						"Salle", "1 rue du Parc, Sourceville", ""));
		this.cast.forget();
		assertThat(post(this.seances + "/1/contenu", this.claire, "version", String.valueOf(version(1)), "title",
				"Faire commun", "objectives", "Ouvrir", "toBring", "Une photo de votre accueil"))
			.hasStatus(302);
		this.cast.forget();
		Document page = page(this.seances + "/1", this.ines);
		assertThat(page.select("dl.facts").text()).contains("À apporter, à préparer Une photo de votre accueil");
		assertThat(page.select("a[href^=https://www.openstreetmap.org/]").eachAttr("rel")).containsExactly("noreferrer",
				"noreferrer");
		assertThat(page.select("a[href^=https://www.openstreetmap.org/search]").attr("href")).contains("query=1%20rue");
		assertThat(page.select("main [src*=openstreetmap]")).isEmpty();
	}

	@Test
	void minutesAreADraftUntilTheDayIsHeld() {
		schedule(1, DAY);
		this.scheduling.describe(this.parcours.getId(), 1, version(1), "Faire commun", "Ouvrir", "Ce qui s’est dit");
		this.cast.forget();
		assertThat(page(this.seances + "/1", this.claire).text()).contains("Ce qui s’est dit", "Brouillon");
		assertThat(page(this.seances + "/1", this.ines).text()).doesNotContain("Ce qui s’est dit",
				"Ce que vous pouvez");
		this.cast.itIs(DAY.atTime(17, 0));
		this.scheduling.hold(this.parcours.getId(), 1, version(1));
		this.cast.forget();
		assertThat(page(this.seances + "/1", this.ines).text()).contains("Ce qui s’est dit", "tenue");
	}

	@Test
	void theFormForeseesTheDayTheProgrammeSays() {
		Document form = page(this.seances + "/1/programmation", this.claire);
		assertThat(form.expectFirst("#firstStart").val()).isEqualTo("09:30");
		assertThat(form.expectFirst("#firstEnd").val()).isEqualTo("12:30");
		assertThat(form.expectFirst("#secondStart").val()).isEqualTo("13:30");
		assertThat(form.expectFirst("#secondEnd").val()).isEqualTo("16:30");
	}

	@Test
	void whatWasTypedIsStillThere() {
		MvcTestResult answer = post(this.seances + "/1/programmation", this.claire, "version", "0", "date",
				"2026-02-31", "firstStart", "12:30", "firstEnd", "09:30", "mode", "DISTANCIEL", "venue", "Salle bleue",
				"videoLink", "javascript:alert(1)");
		assertThat(answer).hasStatus(422);
		Document page = parse(answer);
		assertThat(page.expectFirst("#date").val()).isEqualTo("2026-02-31");
		assertThat(page.expectFirst("#date-error").text()).contains("une date qui existe");
		assertThat(page.expectFirst("#firstEnd-error").text()).contains("La fin vient avant le début");
		assertThat(page.expectFirst("#videoLink-error").text()).contains("adresse web complète");
		assertThat(page.expectFirst("#venue").val()).isEqualTo("Salle bleue");
		assertThat(page.select(".summary li")).hasSize(3);
	}

	@Test
	void unusualDatesAskForASecondSubmit() {
		MvcTestResult asked = post(this.seances + "/1/programmation", this.claire, form("2026-10-10"));
		assertThat(asked).hasStatus(422);
		Document page = parse(asked);
		assertThat(page.expectFirst(".summary.warning").text()).contains("samedi 10 octobre 2026");
		assertThat(page.select(".summary")).as("a question, and nothing to correct").hasSize(1);
		String read = page.select("input[name=accepted]").val();
		assertThat(read).startsWith("sessions.warning.weekend:");
		assertThat(page.text()).contains("Enregistrer quand même");
		MvcTestResult another = post(this.seances + "/1/programmation", this.claire,
				with(form("2026-10-17"), "accepted", read));
		assertThat(another).hasStatus(422);
		assertThat(parse(another).expectFirst(".summary.warning").text()).contains("samedi 17 octobre 2026");
		MvcTestResult done = post(this.seances + "/1/programmation", this.claire,
				with(form("2026-10-10"), "accepted", read));
		assertThat(done).hasStatus3xxRedirection().hasRedirectedUrl(this.seances + "/1");
		this.cast.forget();
		assertThat(this.sessions.ranked(this.parcours.getId(), 1).orElseThrow().getState())
			.isEqualTo(SessionState.SCHEDULED);
	}

	/** Why it moves is kept with the change; a word that would go nowhere is refused. */
	@Test
	void aChangeSaysWhy() {
		assertThat(page(this.seances + "/1/programmation", this.claire).select("#why")).isEmpty();
		schedule(1, DAY);
		Document form = page(this.seances + "/1/programmation", this.claire);
		assertThat(form.select(".field:has(#why) .hint").text()).contains("Ce mot part avec la lettre");
		String[] same = form.select("form[action$=programmation] input:not([type=radio]), input[type=radio][checked]")
			.stream()
			.filter((field) -> !field.attr("name").startsWith("_"))
			.flatMap((field) -> Stream.of(field.attr("name"),
					"why".equals(field.attr("name")) ? "Grève des trains" : field.val()))
			.toArray(String[]::new);
		MvcTestResult nothing = post(this.seances + "/1/programmation", this.claire, same);
		assertThat(nothing).hasStatus(422);
		assertThat(parse(nothing).expectFirst("#why-error").text()).contains("Rien ne change");
		MvcTestResult long301 = post(this.seances + "/1/report", this.claire, "version", String.valueOf(version(1)),
				"why", "a".repeat(301));
		assertThat(long301).hasStatus(422);
		assertThat(parse(long301).select("details[open] .error").text()).contains("300 caractères");
		assertThat(post(this.seances + "/1/report", this.claire, "version", String.valueOf(version(1)), "why",
				"La salle\na brûlé"))
			.hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("SELECT why FROM calendar_entry").query(String.class).single())
			.isEqualTo("La salle a brûlé");
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'session.postponed'")
			.query(String.class)
			.single()).contains("\"why\": [null, \"La salle a brûlé\"]");
	}

	/** What a form keeps for itself, or does not have, is left aside. */
	@Test
	void onlyTheFieldsOfTheFormAreSent() {
		MvcTestResult done = post(this.seances + "/1/programmation", this.claire,
				with(with(form("2026-10-08"), "MORNING", "08:00"), "mode.declaringClass", "x"));
		assertThat(done).hasStatus3xxRedirection().hasRedirectedUrl(this.seances + "/1");
	}

	@Test
	void aStaleEditShowsBothVersions() {
		schedule(1, DAY);
		MvcTestResult answer = post(this.seances + "/1/programmation", this.claire, form("2026-10-15"));
		assertThat(answer).hasStatus(409);
		assertThat(parse(answer).text()).contains("8 octobre 2026", "15 octobre 2026");
	}

	@Test
	void gesturesThatCannotBeSayWhy() {
		schedule(1, DAY);
		MvcTestResult early = post(this.seances + "/1/tenue", this.claire, "version", String.valueOf(version(1)));
		assertThat(early).hasStatus(422);
		assertThat(parse(early).expectFirst(".summary").text()).contains("n’a pas commencé");
		MvcTestResult mute = post(this.seances + "/1/annulation", this.claire, "version", String.valueOf(version(1)),
				"reason", " ");
		assertThat(mute).hasStatus(422);
		assertThat(post(this.seances + "/1/report", this.claire, "version", "-1")).hasStatus(409);
	}

	@Test
	void aPageCostsFewStatements() {
		schedule(1, DAY);
		for (String path : List.of("", "/1", "/1/programmation")) {
			String timing = get(this.seances + path, this.claire).getResponse().getHeader("Server-Timing");
			assertThat(Integer.parseInt(timing.replaceAll("\\D", ""))).isLessThanOrEqualTo(15);
		}
	}

	private void schedule(int rank, LocalDate day) {
		this.scheduling.schedule(this.parcours.getId(), rank, version(rank),
				new SessionPlan(
						List.of(TimeSlot.of(day, LocalTime.of(9, 30), LocalTime.of(12, 30)),
								TimeSlot.of(day, LocalTime.of(13, 30), LocalTime.of(16, 30))),
						Mode.PRESENTIEL, "Salle", "", ""));
		this.cast.forget();
	}

	private int version(int rank) {
		return this.sessions.ranked(this.parcours.getId(), rank).orElseThrow().getVersion();
	}

	private static String[] form(String date) {
		return new String[] { "version", "0", "date", date, "firstStart", "09:30", "firstEnd", "12:30", "secondStart",
				"13:30", "secondEnd", "16:30", "mode", "PRESENTIEL", "venue", "Salle", "address", "", "videoLink", "" };
	}

	private static String[] with(String[] form, String name, String value) {
		String[] more = java.util.Arrays.copyOf(form, form.length + 2);
		more[form.length] = name;
		more[form.length + 1] = value;
		return more;
	}

	private MvcTestResult get(String path, Person reader) {
		return this.mvc.get().uri(path).with(this.cast.as(reader)).exchange();
	}

	private MvcTestResult post(String path, Person reader, String... parameters) {
		var request = this.mvc.post().uri(path).with(this.cast.as(reader)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		MvcTestResult answer = request.exchange();
		this.cast.forget();
		return answer;
	}

	private Document page(String path, Person reader) {
		MvcTestResult answer = get(path, reader);
		assertThat(answer).hasStatusOk();
		return parse(answer);
	}

	private static Document parse(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
