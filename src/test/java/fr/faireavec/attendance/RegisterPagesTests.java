package fr.faireavec.attendance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The register as the animation uses it, without a line of JavaScript. */
@IntegrationTest
class RegisterPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

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

	private String register;

	@BeforeEach
	void aDay() {
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		Enrolment cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.pilot(cantine, this.cast.person("Hugo", "Lemaire"), START);
		this.scheduling.schedule(this.parcours.getId(), 1, 0,
				new SessionPlan(
						List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30)),
								TimeSlot.of(DAY, LocalTime.of(13, 30), LocalTime.of(16, 30))),
						Mode.PRESENTIEL, "Val-des-Sources", "", ""));
		this.register = "/parcours/" + this.parcours.getSlug() + "/seances/1/emargement";
		this.cast.forget();
	}

	@Test
	void beforeItOpensItSaysWhen() {
		this.cast.itIs(DAY.atTime(8, 0));
		Document page = page("");
		assertThat(page.text()).contains("L’émargement ouvre jeudi 10 décembre à 8 h 30", "0 présence sur 2");
		assertThat(page.select("button.choice")).isEmpty();
	}

	@Test
	void onePressIsOneAnswer() {
		this.cast.itIs(DAY.atTime(9, 28));
		Element form = row(page(""), "Inès Carpentier").expectFirst("form.choices");
		MvcTestResult answer = post(form.attr("action"), "half", "1", "status", "PRESENT");
		assertThat(answer).hasStatus3xxRedirection();
		Document page = page("");
		assertThat(page.text()).contains("Émargement, matin", "1 présence sur 2", "Notée par Claire Vasseur à 9 h 28");
		assertThat(row(page, "Inès Carpentier").expectFirst("button[aria-pressed=true]").text()).isEqualTo("Présence");
		post(form.attr("action"), "half", "1", "status", "EXCUSED", "paper", "true");
		assertThat(row(page(""), "Inès Carpentier").text()).contains("Reprise de la feuille par Claire Vasseur");
	}

	@Test
	void whatIsClosedTakesAReason() {
		this.cast.itIs(DAY.atTime(12, 15));
		UUID half = session().getHalfDays().getFirst().getId();
		assertThat(page("").text()).contains("2 personnes sans réponse seront notées absentes");
		assertThat(post(this.register + "/" + half + "/contreseing", "half", "1")).hasStatus3xxRedirection();
		Document closed = page("?demi-journee=1");
		assertThat(closed.text()).contains("Feuille fermée par Claire Vasseur", "0 présence sur 2");
		assertThat(closed.select("form.choices")).isEmpty();
		String action = row(closed, "Hugo Lemaire").expectFirst("form").attr("action");
		MvcTestResult mute = post(action, "half", "1", "status", "PRESENT", "reason", "");
		assertThat(mute).hasStatus(422);
		assertThat(parse(mute).expectFirst(".summary").text()).contains("écrivez pourquoi vous corrigez");
		assertThat(post(action, "half", "1", "status", "PRESENT", "reason", "Arrivé à 11 h")).hasStatus3xxRedirection();
		assertThat(page("?demi-journee=1").text()).contains("1 présence sur 2");
	}

	@Test
	void comingLateOrLeavingEarlyIsSaidInHours() {
		this.cast.itIs(DAY.atTime(11, 5));
		String half = row(page(""), "Inès Carpentier").expectFirst("form.choices").attr("action");
		String hours = half + "/heures";
		assertThat(parse(this.mvc.get().uri(hours).with(this.cast.as(this.claire)).exchange()).text())
			.contains("Heures de présence : Inès Carpentier", "9 h 30 → 12 h 30", "note aussi la présence");
		MvcTestResult outside = post(hours, "cameAt", "13:00", "leftAt", "11:30");
		assertThat(outside).hasStatus(422);
		assertThat(parse(outside).text()).contains("Cette demi-journée va de 9 h 30 à 12 h 30");
		assertThat(parse(outside).expectFirst("#leftAt").val()).isEqualTo("11:30");
		assertThat(post(hours, "cameAt", "11:30", "leftAt", "11:00")).hasStatus(422);
		assertThat(post(hours, "cameAt", "onze heures", "leftAt", "")).hasStatus(422);
		assertThat(page("").text()).contains("0 présence sur 2");
		assertThat(post(hours, "cameAt", "11:00", "leftAt", "12:30", "remote", "true")).hasStatus3xxRedirection();
		assertThat(page("").text()).contains("1 présence sur 2");
		assertThat(row(page(""), "Inès Carpentier").text()).contains("à partir de 11 h", "à distance")
			.doesNotContain("12 h 30");
		post(half, "half", "1", "status", "PRESENT", "paper", "true");
		assertThat(row(page(""), "Inès Carpentier").text()).contains("Reprise de la feuille", "à partir de 11 h");
		post(half, "half", "1", "status", "ABSENT");
		assertThat(row(page(""), "Inès Carpentier").text()).doesNotContain("à partir de", "à distance");
		post(half, "half", "1", "status", "PRESENT");
		assertThat(row(page(""), "Inès Carpentier").text()).doesNotContain("à partir de");
		this.cast.itIs(DAY.atTime(12, 35));
		post(this.register + "/" + session().getHalfDays().getFirst().getId() + "/contreseing", "half", "1");
		MvcTestResult mute = post(hours, "leftAt", "12:00", "reason", " ");
		assertThat(mute).hasStatus(422);
		assertThat(parse(mute).text()).contains("écrivez pourquoi vous corrigez");
		assertThat(post(hours, "leftAt", "12:00", "reason", "Partie plus tôt")).hasStatus3xxRedirection();
		assertThat(row(page("?demi-journee=1"), "Inès Carpentier").text()).contains("jusqu’à 12 h");
	}

	@Test
	void aPressThatWaitedCountsOnceAtItsMomentAndUndoesNothing() {
		this.cast.itIs(DAY.atTime(10, 0));
		Element form = row(page(""), "Inès Carpentier").expectFirst("form.choices");
		String tap = form.attr("data-tap");
		String key = UUID.randomUUID().toString();
		assertThat(form.attr("data-seen")).isEmpty();
		assertThat(post(tap, "key", key, "status", "PRESENT", "seen", "", "age", "1500")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.seen")
			.asString()
			.isNotEmpty();
		assertThat(row(page(""), "Inès Carpentier").text()).contains("Notée par Claire Vasseur à 9 h 35");
		post(form.attr("action"), "half", "1", "status", "EXCUSED");
		assertThat(post(tap, "key", key, "status", "PRESENT", "seen", "", "age", "1560")).hasStatusOk();
		assertThat(row(page(""), "Inès Carpentier").expectFirst("[aria-pressed=true]").text())
			.isEqualTo("Absence excusée");
		MvcTestResult late = post(tap, "key", UUID.randomUUID().toString(), "status", "ABSENT", "seen", "", "age", "0");
		assertThat(late).hasStatus(409)
			.bodyJson()
			.extractingPath("$.why")
			.isEqualTo("Absence excusée. Notée par Claire Vasseur à 10 h");
		String seen = row(page(""), "Inès Carpentier").expectFirst("form.choices").attr("data-seen");
		String again = UUID.randomUUID().toString();
		assertThat(post(tap, "key", again, "status", "ABSENT", "seen", seen, "age", "-5")).hasStatus(422)
			.bodyText()
			.contains("plus acceptée");
		assertThat(post(tap, "key", again, "status", "ABSENT", "seen", seen, "age", "172801")).hasStatus(422);
		assertThat(post(tap, "key", again, "status", "ABSENT", "seen", seen, "age", "172800")).hasStatusOk();
		assertThat(row(page(""), "Inès Carpentier").text()).contains("Notée par Claire Vasseur à 8 h 30");
		assertThat(post(tap, "status", "ABSENT")).hasStatus(422);
	}

	@Test
	void aPageLeftOpenFollowsForThreeHours() {
		this.cast.itIs(DAY.atTime(15, 29));
		assertThat(page("?demi-journee=1").select("[data-live]")).hasSize(1);
		this.cast.itIs(DAY.atTime(15, 30));
		assertThat(page("?demi-journee=1").select("[data-live]")).isEmpty();
	}

	@Test
	void guestsComeAndGo() {
		this.cast.itIs(DAY.atTime(10, 0));
		MvcTestResult empty = post(this.register + "/invites", "key", UUID.randomUUID().toString(), "name", " ",
				"organisation", "Université");
		assertThat(empty).hasStatus(422);
		assertThat(parse(empty).expectFirst("#organisation").val()).isEqualTo("Université");
		String key = UUID.randomUUID().toString();
		for (int press = 0; press < 2; press++) {
			assertThat(post(this.register + "/invites", "key", key, "name", "Lucie", "organisation", "<b>Lille</b>"))
				.hasStatus3xxRedirection();
		}
		Document page = page("");
		assertThat(page.select("#invites li")).hasSize(1);
		assertThat(page.expectFirst("#invites li").text()).contains("Lucie, <b>Lille</b>");
		String removal = page.expectFirst("#invites li form[action$=suppression]").attr("action");
		assertThat(post(removal, "half", "1")).hasStatus3xxRedirection();
		assertThat(page("").select("#invites li")).isEmpty();
	}

	@Test
	void twoGuestsMayHaveOneNameOnceItIsSaid() {
		this.cast.itIs(DAY.atTime(10, 0));
		guest("Marie Martin");
		MvcTestResult asked = guest("marie martin");
		assertThat(asked).hasStatus(422);
		assertThat(parse(asked).expectFirst("#name").val()).isEqualTo("marie martin");
		assertThat(parse(asked).select(".summary")).as("a question, and nothing to correct").hasSize(1);
		String read = parse(asked).expectFirst("[name=accepted]").val();
		assertThat(page("").select("#invites li")).hasSize(1);
		assertThat(guest("marie martin", "accepted", read)).hasStatus3xxRedirection();
		assertThat(page("").select("#invites li")).hasSize(2);
		assertThat(guest("marie martin", "accepted", read)).as("a third one is asked about anew").hasStatus(422);
	}

	@Test
	void aGuestIsThereAllDayOrHalfOfIt() {
		this.cast.itIs(DAY.atTime(10, 0));
		guest("Rosa Bonheur", "onlyHalf", "1");
		String presence = page("").expectFirst("#invites li form").attr("action");
		assertThat(presence).endsWith("/presence");
		assertThat(pressed()).isEqualTo("Matin");
		assertThat(post(presence, "half", "1", "onlyHalf", "")).hasStatus3xxRedirection();
		assertThat(pressed()).isEqualTo("Journée");
		assertThat(post(presence, "half", "1", "onlyHalf", "3")).hasStatus(422);
		post(this.register + "/" + session().getHalfDays().getFirst().getId() + "/contreseing", "half", "1");
		assertThat(page("").select("#invites details form input[name=onlyHalf][checked]").val())
			.as("the morning is closed: whoever comes now comes after it")
			.isEqualTo("2");
		assertThat(guest("Marie Martin", "onlyHalf", "2")).hasStatus3xxRedirection();
		assertThat(guest("Ada Martin", "onlyHalf", "")).as("the morning is closed").hasStatus(422);
		MvcTestResult asked = post(presence, "half", "1", "onlyHalf", "2");
		assertThat(asked).hasStatus(422);
		assertThat(parse(asked).expectFirst("#invites details[open] .error").text()).contains("écrivez pourquoi");
		assertThat(post(presence, "half", "1", "onlyHalf", "2", "reason", "Venue après le repas"))
			.hasStatus3xxRedirection();
		assertThat(pressed()).isEqualTo("Après-midi");
		assertThat(post(presence.replace("/presence", "/suppression"), "half", "1"))
			.as("the half she was there is open")
			.hasStatus3xxRedirection();
		MvcTestResult history = this.mvc.get()
			.uri("/parcours/" + this.parcours.getSlug() + "/historique")
			.with(this.cast.as(this.claire))
			.exchange();
		assertThat(parse(history).text()).contains("Présence d’une personne invitée", "Venue après le repas");
	}

	private String pressed() {
		return page("").expectFirst("#invites li").select("[aria-pressed=true]").text();
	}

	private MvcTestResult guest(String name, String... more) {
		List<String> sent = new ArrayList<>(
				List.of("key", UUID.randomUUID().toString(), "name", name, "organisation", "Université"));
		sent.addAll(List.of(more));
		return post(this.register + "/invites", sent.toArray(String[]::new));
	}

	@Test
	void whatIsPrintedIsToSignUntilAllIsCountersigned() {
		assertThat(printed()).endsWith("/feuille.pdf");
		this.cast.itIs(DAY.atTime(18, 0));
		post(this.register + "/" + session().getHalfDays().getFirst().getId() + "/contreseing", "half", "1");
		assertThat(printed()).endsWith("/feuille.pdf");
		post(this.register + "/" + session().getHalfDays().getLast().getId() + "/contreseing", "half", "2");
		assertThat(printed()).endsWith("/emargement.pdf");
	}

	private @Nullable String printed() {
		return this.mvc.get()
			.uri(this.register + "?impression")
			.with(this.cast.as(this.claire))
			.exchange()
			.getResponse()
			.getRedirectedUrl();
	}

	@Test
	void theDayIsHeldFromItsRegister() {
		this.cast.itIs(DAY.atTime(16, 45));
		Element hold = page("").expectFirst("form[action$=/tenue]");
		assertThat(post(hold.attr("action"), "version", hold.expectFirst("[name=version]").val()))
			.hasStatus3xxRedirection();
		assertThat(page("").select("form[action$=/tenue]")).isEmpty();
	}

	@Test
	void nobodyElseTakesAttendance() {
		this.cast.itIs(DAY.atTime(10, 0));
		UUID half = session().getHalfDays().getFirst().getId();
		String mark = this.register + "/" + half + "/" + this.ines.getId();
		assertThat(this.mvc.get().uri(this.register).with(this.cast.as(this.ines)).exchange()).hasStatus(404);
		for (String path : List.of(mark, this.register + "/" + half + "/tous", this.register + "/effacement",
				this.register + "/" + half + "/contreseing", this.register + "/invites")) {
			assertThat(this.mvc.post()
				.uri(path)
				.with(this.cast.as(this.ines))
				.with(csrf())
				.param("status", "PRESENT")
				.exchange()).hasStatus(404);
		}
	}

	@Test
	void thePageCostsTheSameForManyPeople() {
		this.cast.itIs(DAY.atTime(10, 0));
		int few = statements();
		for (int i = 0; i < 8; i++) {
			Enrolment more = this.cast.enrol(this.cast.reload(this.parcours), this.cast.structure("Structure " + i));
			this.cast.pilot(more, this.cast.person("Pilote", "Numéro " + i), START);
		}
		this.cast.forget();
		post(this.register + "/" + session().getHalfDays().getFirst().getId() + "/tous", "half", "1");
		assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(15);
		assertThat(page("").text()).contains("10 présences sur 10");
	}

	private int statements() {
		this.cast.forget();
		String timing = this.mvc.get()
			.uri(this.register)
			.with(this.cast.as(this.claire))
			.exchange()
			.getResponse()
			.getHeader("Server-Timing");
		return Integer.parseInt(String.valueOf(timing).replaceAll("\\D", ""));
	}

	private CollectiveSession session() {
		return this.sessions.ranked(this.parcours.getId(), 1).orElseThrow();
	}

	private static Element row(Document page, String name) {
		return page.select("table.register tbody tr")
			.stream()
			.filter((row) -> row.text().contains(name))
			.findFirst()
			.orElseThrow();
	}

	private Document page(String query) {
		MvcTestResult answer = this.mvc.get().uri(this.register + query).with(this.cast.as(this.claire)).exchange();
		assertThat(answer).hasStatusOk();
		return parse(answer);
	}

	private MvcTestResult post(String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(this.cast.as(this.claire)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		MvcTestResult answer = request.exchange();
		this.cast.forget();
		return answer;
	}

	private static Document parse(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
