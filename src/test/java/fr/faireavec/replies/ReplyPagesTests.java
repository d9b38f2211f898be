package fr.faireavec.replies;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Claire runs « Nos sources »: Inès and Nora for the Recyclerie, Nora and Hugo for the
 * Cantine; Luc of the Cantine has no address. Malik runs another one.
 */
@IntegrationTest
class ReplyPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate DAY = START.plusDays(16);

	private static final String DESK = "/parcours/nos-sources/seances/1";

	private static final String MINE = DESK + "/ma-presence";

	private static final String LIST = DESK + "/presences";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private Mandating mandating;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private ReplyLinks links;

	@Autowired
	private ReplyLetter letter;

	@Autowired
	private ReplyExpiry expiry;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person malik;

	private Person ines;

	private Person nora;

	private Person hugo;

	private Parcours ours;

	private Enrolment recyclerie;

	@BeforeEach
	void aDayToCome() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		this.cast.parcours("Leurs rivières", START, this.malik);
		this.recyclerie = this.cast.enrol(this.ours, this.cast.structure("Recyclerie du Canal"));
		Enrolment cantine = this.cast.enrol(this.ours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.copilot(this.recyclerie, this.nora, START);
		this.cast.pilot(cantine, this.hugo, START);
		this.cast.copilot(cantine, this.nora, START);
		Enrolment garage = this.cast.enrol(this.ours, this.cast.structure("Garage Solidaire"));
		this.mandating.mandate(this.ours.getId(), garage.getId(),
				this.keeping.register(new AccountKeeping.Name("Luc", "Fontaine"), null), MandateRole.PILOT, START);
		schedule(DAY);
	}

	@Test
	void onePressOnTheDeskSaysItAndAnotherChangesIt() {
		Document desk = this.pages.read("/", this.ines);
		assertThat(desk.select("#presence").text()).startsWith("Serez-vous là, jeudi 17 septembre");
		assertThat(desk.select("form[action=" + MINE + "] button[aria-pressed=true]")).isEmpty();
		assertThat(this.pages.post(MINE, this.ines, "answer", "NOT_COMING")).hasRedirectedUrl(MINE);
		assertThat(this.pages.read("/", this.ines).select("button[aria-pressed=true]").eachText())
			.containsExactly("Je ne pourrai pas venir");
		assertThat(this.pages.read(MINE, this.ines).text()).contains("Vous avez dit ne pas pouvoir venir.")
			.doesNotContain("Repas");
		this.pages.post(MINE, this.ines, "answer", "COMING");
		assertThat(this.pages.read(DESK, this.ines).select("button[aria-pressed=true]").eachText())
			.containsExactly("Je viens");
		assertThat(this.pages.read(DESK, this.claire).select("section:has(#presences)").text())
			.contains("1 personne vient", "3 sans réponse");
		this.pages.post(MINE, this.ines, "answer", "COMING");
		assertThat(audit("reply.given")).as("said twice alike, written once")
			.hasSize(2)
			.allSatisfy((label) -> assertThat(label).isEqualTo("Inès Carpentier"));
	}

	/** The cohort reads who comes, and of nobody that they do not. */
	@Test
	void theCohortReadsWhoComes() {
		assertThat(this.pages.read(DESK, this.hugo).select("#viennent")).isEmpty();
		this.pages.post(MINE, this.ines, "answer", "COMING");
		this.pages.post(MINE, this.nora, "answer", "NOT_COMING");
		Document day = this.pages.read(DESK, this.hugo);
		assertThat(day.select("section:has(#viennent) li").eachText())
			.containsExactly("Inès Carpentier Recyclerie du Canal");
		assertThat(day.select("section:has(#viennent)").text()).doesNotContain("Nora");
	}

	/** Whoever stands for two structures answers once, and is read in both. */
	@Test
	void whoStandsForTwoAnswersOnce() {
		this.pages.post(MINE, this.nora, "answer", "COMING");
		assertThat(this.pages.read(LIST, this.claire).select("tbody tr:contains(Nora Leclercq)").eachText()).hasSize(2)
			.allSatisfy((row) -> assertThat(row).contains("Vient"))
			.anySatisfy((row) -> assertThat(row).contains("Recyclerie"))
			.anySatisfy((row) -> assertThat(row).contains("Cantine"));
		assertThat(this.pages.read(LIST, this.claire).select(".tags").text()).contains("1 personne vient");
	}

	@Test
	void mealsAndAccessAreReadByTheAnimationAloneAndForgotten() {
		this.pages.post(MINE, this.ines, "answer", "COMING");
		this.pages.post(MINE, this.ines, "answer", "COMING", "meals", "Sans CANARI", "access", "Près du CANARI");
		assertThat(this.pages.read(LIST, this.claire).select("section:has(#prevoir)").text())
			.contains("Inès Carpentier", "Repas : Sans CANARI.", "Accès : Près du CANARI.");
		assertThat(this.pages.read(MINE, this.ines).select("#meals").val()).isEqualTo("Sans CANARI");
		Person ada = this.cast.administrator("Ada", "Min");
		this.cast.flush();
		for (String page : List.of(LIST, LIST + "/" + this.ines.getId(), DESK, "/parcours/nos-sources/historique")) {
			assertThat(this.pages.read(page, ada).html()).as(page).doesNotContain("CANARI");
		}
		assertThat(this.pages.post(LIST + "/" + this.ines.getId(), ada, "answer", "COMING", "meals", ""))
			.hasStatus3xxRedirection();
		assertThat(needs()).as("whoever does not see them does not empty them").isEqualTo("Sans CANARI|Près du CANARI");
		for (String page : List.of(LIST, LIST + "/" + this.ines.getId())) {
			assertThat(this.pages.get(page, this.malik)).hasStatus(404);
			assertThat(this.pages.get(page, this.hugo)).hasStatus(404);
		}
		assertThat(this.pages.read(DESK, this.hugo).html() + this.pages.read(MINE, this.hugo).html())
			.doesNotContain("CANARI");
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE changes::text || label LIKE '%CANARI%'")
			.query(Integer.class)
			.single()).isZero();
		forget(DAY.plusDays(6));
		assertThat(needs()).isEqualTo("Sans CANARI|Près du CANARI");
		forget(DAY.plusDays(7));
		assertThat(needs()).isEqualTo("|");
		assertThat(count("reply")).as("who said they come is known for some time").isOne();
		forget(DAY.plusMonths(2).plusDays(1));
		assertThat(count("reply")).isZero();
	}

	@Test
	void somebodyComesInTheirPlaceAndWaitsOnTheRegister() {
		MvcTestResult nameless = this.pages.post(MINE, this.ines, "answer", "REPLACED", "name", " ", "organisation",
				"Mairie");
		assertThat(nameless).hasStatus(422);
		Document again = Pages.document(nameless);
		assertThat(again.select(".field:has(#name) .error").text()).contains("Donnez le nom");
		assertThat(again.select("#organisation").val()).isEqualTo("Mairie");
		assertThat(again.select("#remplacement").hasAttr("open")).isTrue();
		assertThat(this.pages.post(MINE, this.ines, "answer", "REPLACED", "name", "www.pub.example")).hasStatus(422);
		this.pages.post(MINE, this.ines, "answer", "REPLACED", "name", "Zoé Martin", "organisation", "Mairie");
		this.pages.post(MINE, this.ines, "answer", "REPLACED", "meals", "Sans pain", "access", "");
		assertThat(this.pages.read(LIST, this.claire).select("tbody tr:contains(Inès)").text())
			.contains("Remplacée par Zoé Martin, Mairie");
		assertThat(needs()).isEqualTo("Sans pain|");
		this.cast.itIs(DAY.atTime(9, 0));
		String register = DESK + "/emargement";
		Document sheet = this.pages.read(register, this.claire);
		assertThat(sheet.select("tr:contains(Inès) .tag").text()).isEqualTo("a dit que Zoé Martin vient à sa place");
		var offered = sheet.select("#invites form:has([name=represents][value=" + this.recyclerie.getId() + "])");
		assertThat(offered).hasSize(1);
		this.pages.post(offered.attr("action"), this.claire, "key", offered.select("[name=key]").val(), "half", "1",
				"name", offered.select("[name=name]").val(), "organisation",
				offered.select("[name=organisation]").val(), "represents", offered.select("[name=represents]").val());
		Document after = this.pages.read(register, this.claire);
		assertThat(after.select("#invites li").text())
			.contains("Zoé Martin, Mairie représente Recyclerie du Canal ce jour")
			.doesNotContain("À la place de");
		this.pages.post(MINE, this.ines, "answer", "COMING");
		assertThat(needs()).as("a meal was for whoever came in her place").isEqualTo("|");
	}

	/** Nothing is noted before somebody presses. */
	@Test
	void announcedAbsencesWaitOnTheSheet() {
		this.pages.post(MINE, this.ines, "answer", "NOT_COMING");
		this.pages.post(MINE, this.hugo, "answer", "COMING");
		this.cast.itIs(DAY.atTime(9, 0));
		String register = DESK + "/emargement";
		Document sheet = this.pages.read(register, this.claire);
		assertThat(sheet.select("tr:contains(Inès) .tag").text()).isEqualTo("a dit ne pas pouvoir venir");
		assertThat(sheet.select("tr:contains(Inès) button.offered").text()).isEqualTo("Absence excusée");
		assertThat(sheet.select("tr:contains(Hugo) button.offered, button[aria-pressed=true]")).isEmpty();
		assertThat(count("attendance")).isZero();
		String half = this.sessions.ranked(this.ours.getId(), 1)
			.orElseThrow()
			.getHalfDays()
			.getFirst()
			.getId()
			.toString();
		this.pages.post(register + "/" + half + "/tous", this.claire, "half", "1");
		assertThat(statuses()).containsExactly("Hugo Lemaire PRESENT", "Luc Fontaine PRESENT", "Nora Leclercq PRESENT");
		this.cast.itIs(DAY.atTime(10, 0));
		assertThat(this.pages.read(register, this.claire).select(".confirm:contains(Fermer la feuille)").text())
			.contains("1 personne qui a annoncé son absence");
		this.pages.post(register + "/" + half + "/contreseing", this.claire, "half", "1");
		assertThat(statuses()).contains("Inès Carpentier EXCUSED");
	}

	@Test
	void aDayThatTakesNoAnswerSaysWhy() {
		this.cast.itIs(DAY.atTime(9, 29));
		assertThat(this.pages.post(MINE, this.ines, "answer", "COMING")).hasStatus3xxRedirection();
		this.cast.itIs(DAY.atTime(9, 30));
		refused("Cette séance a commencé");
		this.scheduling.hold(this.ours.getId(), 1, version());
		this.cast.forget();
		refused("Cette séance a commencé");
		this.scheduling.undoHold(this.ours.getId(), 1, version(), "Trop tôt");
		this.cast.itIs(START.plusDays(1).atTime(9, 0));
		this.cast.forget();
		this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige");
		this.cast.forget();
		assertThat(this.pages.get(MINE, this.ines)).as("nobody is expected any more").hasStatus(404);
		assertThat(this.pages.post(MINE, this.ines, "answer", "COMING")).hasStatus(404);
		assertThat(this.pages.read(DESK, this.ines).select("#presence")).isEmpty();
		assertThat(this.pages.read(LIST, this.claire).text()).contains("Cette séance est annulée");
		assertThat(this.pages.post(LIST + "/relance", this.claire)).hasStatus(422);
		assertThat(count("reply")).isOne();
	}

	/** An answer was given for a date. */
	@Test
	void movedToAnotherDayOneIsAskedAgain() {
		this.pages.post(MINE, this.ines, "answer", "COMING");
		schedule(DAY.plusDays(7));
		assertThat(this.pages.read(MINE, this.ines).text()).contains("La date a changé")
			.doesNotContain("Vous avez dit que vous venez");
		assertThat(this.pages.read(LIST, this.claire).select("tbody tr:contains(Inès)").text()).contains("Sans réponse",
				"Avait répondu pour le 17");
		schedule(DAY);
		assertThat(this.pages.read(MINE, this.ines).text()).contains("Vous avez dit que vous venez");
	}

	/** Mail servers open links before their readers do. */
	@Test
	void aLinkAsksAndOnlyAPressAnswers() {
		String link = link(this.ines);
		MvcTestResult opened = this.mvc.get().uri(link).exchange();
		assertThat(opened).hasStatusOk();
		assertThat(opened.getResponse().getHeaders("Referrer-Policy")).containsExactly("same-origin");
		assertThat(opened.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
		assertThat(opened.getResponse().getHeader("Cache-Control")).contains("no-store");
		assertThat(count("reply")).isZero();
		Document page = Pages.document(opened);
		assertThat(page.select("main").text())
			.contains("Bonjour Inès, serez-vous là", "jeudi 17 septembre 2026", "9 h 30", "Maison du parc", "Je viens",
					"Je ne pourrai pas venir", "Quelqu’un vient à ma place")
			.doesNotContain("Carpentier", "Recyclerie", "Nos sources", "Nora", "Claire");
		assertThat(press(link, "answer", "COMING")).hasRedirectedUrl(link);
		press(link, "answer", "COMING", "meals", "Sans CANARI", "access", "");
		Document said = Pages.document(this.mvc.get().uri(link).exchange());
		assertThat(said.select("main").text()).contains("Vous avez dit que vous venez.", "Quelque chose est déjà noté");
		assertThat(said.html()).as("a link passed on shows nobody's meals").doesNotContain("CANARI");
		press(link, "answer", "COMING", "meals", "", "access", "Une rampe");
		assertThat(needs()).isEqualTo("Sans CANARI|Une rampe");
		press(link, "answer", "REPLACED", "name", "Zoé Martin", "organisation", "");
		assertThat(Pages.document(this.mvc.get().uri(link).exchange()).select("main").html())
			.contains("quelqu’un vient à votre place")
			.doesNotContain("Zoé");
		assertThat(this.jdbc.sql("SELECT DISTINCT how || ':' || (said_by = person_id) FROM reply")
			.query(String.class)
			.list()).containsExactly("BY_LINK:true");
		assertThat(press(link, "answer", "PEUT-ETRE")).hasStatus(422);
		assertThat(press(link, "answer", "REPLACED", "name", "<b>")).hasStatus(422);
	}

	@Test
	void aLinkIsOfOnePersonForOneDay() {
		String hers = link(this.ines);
		assertThat(link(this.ines)).as("the same one as long as it is alive").isEqualTo(hers);
		assertThat(link(this.hugo)).isNotEqualTo(hers);
		press(hers, "answer", "NOT_COMING");
		assertThat(this.pages.read(MINE, this.ines).text()).contains("Vous avez dit ne pas pouvoir venir");
		assertThat(this.pages.read(MINE, this.hugo).select("button[aria-pressed=true]")).isEmpty();
		assertThat(this.links.linkFor(this.malik.getId(), session())).as("not expected").isEmpty();
	}

	@Test
	void aLinkEndsWithTheDayTheMandateTheAddressAndTheAccount() {
		String late = link(this.ines);
		this.cast.itIs(DAY.atTime(18, 0));
		assertThat(Pages.document(this.mvc.get().uri(late).exchange()).text()).contains("Cette séance a commencé");
		assertThat(press(late, "answer", "COMING")).hasStatus(422);
		this.cast.itIs(DAY.plusDays(1).atTime(0, 0));
		gone(late);
		assertThat(press(late, "answer", "COMING")).hasStatus(404);
		this.cast.itIs(START.atTime(9, 0));
		assertThat(this.mvc.get().uri(late)).hasStatusOk();
		String hers = link(this.hugo);
		this.keeping.correct(this.hugo.getId(), this.hugo.getVersion(), new AccountKeeping.Name("Hugo", "Lemaire"),
				"autre@demo.example");
		this.cast.flush();
		gone(hers);
		String another = link(this.hugo);
		this.keeping.disable(this.hugo.getId());
		this.cast.forget();
		gone(another);
		this.cast.itIs(START.plusDays(3).atTime(9, 0));
		this.cast.pilot(this.recyclerie, this.cast.person("Zoé", "Suivante"), START.plusDays(3));
		this.cast.forget();
		gone(late);
		String last = link(this.nora);
		this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige");
		this.cast.forget();
		gone(last);
		schedule(DAY);
		gone(last);
		assertThat(link(this.nora)).isNotEqualTo(last);
	}

	/** Only what leads nowhere is counted: a whole room behind one address goes in. */
	@Test
	void guessingIsSlowedAndNobodyIsShutOut() {
		String hers = link(this.ines);
		int status = 404;
		for (int i = 0; i < 100 && status == 404; i++) {
			status = this.mvc.get().uri("/presence/" + i).exchange().getResponse().getStatus();
		}
		assertThat(status).isEqualTo(429);
		for (int i = 0; i < 5; i++) {
			assertThat(this.mvc.get().uri(hers)).hasStatusOk();
			assertThat(press(hers, "answer", (i % 2 == 0) ? "COMING" : "NOT_COMING")).hasStatus3xxRedirection();
		}
		assertThat(press("/presence/x", "answer", "COMING")).hasStatus(429);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(16)));
		gone("/presence/x");
	}

	@Test
	void theSilentOnesAreRemindedOnceADay() {
		this.pages.post(MINE, this.ines, "answer", "COMING");
		Document list = this.pages.read(LIST, this.claire);
		assertThat(list.select("form[action$=/relance] button").text())
			.isEqualTo("Relancer les 2 personnes qui n’ont pas répondu");
		assertThat(list.select("tr:contains(Luc)").text()).contains("Sans courriel : à appeler");
		this.pages.post(LIST + "/relance", this.claire);
		assertThat(reminded()).containsExactlyInAnyOrder(this.nora.getId(), this.hugo.getId());
		assertThat(this.pages.read(LIST, this.claire).text()).contains("Relance envoyée le 1", "a été relancé");
		this.pages.post(LIST + "/relance", this.claire);
		assertThat(reminded()).hasSize(2);
		Envelope hugos = envelope(this.hugo);
		assertThat(this.letter.stillDue(hugos)).isTrue();
		assertThat(this.letter.render(hugos).toString()).contains("/presence/").doesNotContain("Nora", "Cantine");
		press(link(this.hugo), "answer", "NOT_COMING");
		assertThat(this.letter.stillDue(hugos)).as("answered meanwhile").isFalse();
		this.cast.itIs(START.plusDays(1).atTime(9, 0));
		this.pages.post(LIST + "/relance", this.claire);
		assertThat(reminded()).containsExactlyInAnyOrder(this.nora.getId(), this.hugo.getId(), this.nora.getId());
		assertThat(this.letter.stillDue(envelope(this.nora))).isTrue();
		this.cast.itIs(DAY.atTime(9, 30));
		assertThat(this.letter.stillDue(envelope(this.nora))).as("begun").isFalse();
	}

	@Test
	void theAnimationAnswersForWhoeverPhoned() {
		String luc = this.pages.read(LIST, this.claire).select("tr:contains(Luc) a").attr("href");
		assertThat(this.pages.read(luc, this.claire).text()).contains("Présence de Luc Fontaine");
		this.pages.post(luc, this.claire, "answer", "NOT_COMING");
		assertThat(this.pages.read(LIST, this.claire).select("tr:contains(Luc)").text()).contains("Ne peut pas venir",
				"Noté par Claire Vasseur");
		assertThat(this.pages.post(LIST + "/" + this.malik.getId(), this.claire, "answer", "COMING")).hasStatus(404);
		assertThat(this.pages.post(LIST + "/" + this.ines.getId(), this.hugo, "answer", "COMING")).hasStatus(404);
		assertThat(count("reply")).isOne();
	}

	private void refused(String why) {
		MvcTestResult late = this.pages.post(MINE, this.ines, "answer", "NOT_COMING");
		assertThat(late).hasStatus(422);
		assertThat(Pages.document(late).text()).contains(why);
		assertThat(this.pages.read(MINE, this.ines).select("form[action=" + MINE + "]")).isEmpty();
	}

	private void gone(String link) {
		MvcTestResult result = this.mvc.get().uri(link).exchange();
		assertThat(result).hasStatus(404);
		assertThat(Pages.document(result).text()).contains("Ce lien ne mène plus à rien", "appelez l’animation")
			.doesNotContain("Inès", "septembre");
	}

	private String link(Person person) {
		String whole = this.links.linkFor(person.getId(), session()).orElseThrow();
		assertThat(whole).startsWith("http://localhost");
		return whole.substring(whole.indexOf("/presence/"));
	}

	private MvcTestResult press(String link, String... fields) {
		var request = this.mvc.post().uri(link).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		MvcTestResult result = request.exchange();
		this.cast.flush();
		return result;
	}

	private Envelope envelope(Person person) {
		return new Envelope(Ids.next(), person.getId(), person.getName(), "a@demo.example", session(), null,
				this.clock.instant());
	}

	private UUID session() {
		return this.sessions.ranked(this.ours.getId(), 1).orElseThrow().getId();
	}

	private int version() {
		return this.sessions.ranked(this.ours.getId(), 1).orElseThrow().getVersion();
	}

	private void schedule(LocalDate day) {
		this.scheduling.schedule(this.ours.getId(), 1, version(),
				new SessionPlan(
						List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30)),
								new TimeSlot(day.atTime(13, 30), day.atTime(16, 30))),
						Mode.PRESENTIEL, "Maison du parc", "Saint-Amand", ""));
		this.cast.forget();
	}

	private void forget(LocalDate today) {
		this.expiry.forget(new Expiry.Terms(today.atTime(3, 0).atZone(Zones.PARIS).toInstant(), Period.ofYears(1),
				Period.ofYears(1), Period.ofYears(1)), 100);
	}

	private String needs() {
		return this.jdbc.sql("SELECT meals || '|' || access FROM reply").query(String.class).single();
	}

	private int count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
	}

	private List<String> statuses() {
		return this.jdbc.sql("SELECT person_name || ' ' || status FROM attendance ORDER BY 1")
			.query((row, n) -> row.getString(1))
			.list();
	}

	private List<String> audit(String what) {
		return this.jdbc.sql("SELECT label FROM audit_row WHERE what = :what")
			.param("what", what)
			.query((row, n) -> row.getString(1))
			.list();
	}

	private List<UUID> reminded() {
		return this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'replies.asked'")
			.query((row, n) -> row.getObject(1, UUID.class))
			.list();
	}

}
