package fr.faireavec.signing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
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
import fr.faireavec.testing.Pdf;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** « La salle », by people without an account, without a line of JavaScript. */
@IntegrationTest
class SigningPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	private static final String DRAWN = "10,10 120,200;300,50 500,190";

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private TurningCode moment;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private String day;

	@BeforeEach
	void aDay() {
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		Enrolment cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.pilot(cantine, this.hugo, START);
		this.day = "/parcours/" + this.parcours.getSlug() + "/seances/1";
		schedule(DAY, Mode.PRESENTIEL);
	}

	@Test
	void whoeverHasTheCodePicksTheirNameAndSigns() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		Document list = page(room, null);
		assertThat(list.text()).contains("Qui êtes-vous", "Inès Carpentier", "Recyclerie du Canal", "Hugo Lemaire");
		Document frame = page(room + link(list, "Inès Carpentier"), null);
		assertThat(frame.text()).contains("Inès Carpentier", "Présence de 9 h 30 à 12 h 30");
		MvcTestResult signed = sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN);
		assertThat(signed).hasStatus3xxRedirection();
		Cookie phone = phone(signed);
		assertThat(phone.isHttpOnly()).isTrue();
		assertThat(phone.getPath()).isEqualTo("/salle");
		Document thanks = page(room, phone);
		assertThat(thanks.text()).contains("C’est signé, merci", "Inès Carpentier : Matin signé à 9 h 28");
		assertThat(page(room, null).text()).contains("✓ 9 h 28");
		Document register = register();
		assertThat(row(register, "Inès Carpentier")).contains("Signée", "sans compte",
				"Signée sur téléphone par Inès Carpentier à 9 h 28");
		assertThat(register.text()).contains("1 présence sur 2");
		assertThat(this.jdbc.sql("SELECT strokes FROM signature").query(String.class).single()).isEqualTo(DRAWN);
	}

	@Test
	void aDoublePressSignsOnce() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		Cookie phone = phone(sign(room, null, "person", this.ines.getId().toString(), "written", "Inès Carpentier"));
		assertThat(sign(room, phone, "person", this.ines.getId().toString(), "written", "Inès Carpentier"))
			.hasStatus3xxRedirection();
		assertThat(signatures()).isEqualTo(1);
		assertThat(refused(sign(room, null, "person", this.ines.getId().toString(), "written", "Inès")))
			.contains("déjà signé à ce nom");
		assertThat(signatures()).isEqualTo(1);
	}

	@Test
	void whoeverComesLateOrLeavesEarlySaysSoWhileSigning() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		String who = this.ines.getId().toString();
		MvcTestResult outside = sign(room, null, "person", who, "strokes", DRAWN, "leftAt", "14:00");
		assertThat(refused(outside)).contains("donnez une heure entre les deux");
		assertThat(parse(outside).select("details[open] #leftAt").val()).isEqualTo("14:00");
		assertThat(signatures()).isZero();
		Cookie phone = phone(sign(room, null, "person", who, "strokes", DRAWN, "cameAt", "10:00", "leftAt", "11:30"));
		assertThat(row(register(), "Inès Carpentier")).contains("Signée", "de 10 h à 11 h 30");
		sign(room, phone, "person", who, "strokes", DRAWN);
		assertThat(row(register(), "Inès Carpentier")).contains("de 10 h à 11 h 30");
	}

	@Test
	void nothingIsNoSignature() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		MvcTestResult empty = sign(room, null, "person", this.ines.getId().toString());
		assertThat(refused(empty)).contains("Signez dans le cadre, ou écrivez votre nom");
		assertThat(parse(empty).select("[name=strokes]")).as("the frame is still there").hasSize(1);
		assertThat(refused(sign(room, null, "person", UUID.randomUUID().toString(), "written", "Personne")))
			.contains("n’est pas attendue");
		assertThat(refused(sign(room, null, "written", "Qui ?"))).contains("Choisissez d’abord votre nom");
		assertThat(refused(sign(room, null, "person", this.ines.getId().toString(), "written", "Inès", "half", "7")))
			.contains("n’existe pas");
		assertThat(signatures()).isZero();
	}

	@Test
	void onePhoneIsOnePersonUnlessTheParcoursAllowsIt() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		Cookie phone = phone(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN));
		assertThat(refused(sign(room, phone, "person", this.hugo.getId().toString(), "strokes", DRAWN)))
			.contains("Ce téléphone a déjà signé pour quelqu’un d’autre");
		assertThat(post(this.day + "/salle/regles", "version", "0", "sharedPhone", "true")).hasStatus3xxRedirection();
		assertThat(sign(room, phone, "person", this.hugo.getId().toString(), "strokes", DRAWN))
			.hasStatus3xxRedirection();
		assertThat(row(register(), "Hugo Lemaire")).contains("téléphone partagé");
		assertThat(file()).contains("téléphone partagé").doesNotContain("à distance");
	}

	@Test
	void theTabletGoesFromHandToHand() {
		this.cast.itIs(DAY.atTime(9, 28));
		MvcTestResult started = post(this.day + "/salle/tablette");
		String room = String.valueOf(started.getResponse().getRedirectedUrl());
		Cookie tablet = phone(started);
		assertThat(page(room, tablet).text()).contains("passe de main en main");
		for (Person person : List.of(this.ines, this.hugo)) {
			assertThat(sign(room, tablet, "person", person.getId().toString(), "strokes", DRAWN))
				.hasStatus3xxRedirection();
			assertThat(page(room, tablet).text()).as("the next one").contains("Qui êtes-vous");
		}
		assertThat(row(register(), "Hugo Lemaire")).contains("Signée sur tablette").doesNotContain("partagé");
	}

	@Test
	void whoIsNotOnTheListSaysWhoTheyAre() {
		this.cast.itIs(DAY.atTime(9, 40));
		String room = room();
		String structure = page(room + "/inconnu", null).select("#represents option")
			.stream()
			.filter((option) -> option.text().equals("Cantine Coop"))
			.findFirst()
			.orElseThrow()
			.val();
		MvcTestResult mute = sign(room + "/inconnu", null, "organisation", "Ville", "strokes", DRAWN);
		assertThat(mute).hasStatus(422);
		assertThat(parse(mute).expectFirst("#organisation").val()).isEqualTo("Ville");
		assertThat(parse(mute).expectFirst("[name=strokes]").val()).isEqualTo(DRAWN);
		MvcTestResult signed = sign(room + "/inconnu", null, "name", "Odile Martin", "organisation", "Cantine Coop",
				"represents", structure, "strokes", DRAWN);
		assertThat(signed).hasStatus3xxRedirection();
		assertThat(page(room, phone(signed)).text()).contains("Odile Martin : Matin signé à 9 h 40");
		assertThat(register().expectFirst("#invites").text()).contains("Odile Martin, Cantine Coop",
				"représente Cantine Coop", "a signé, matin");
		assertThat(register().expectFirst("#invites [aria-pressed=true]").text()).isEqualTo("Matin");
		this.cast.itIs(DAY.atTime(13, 20));
		Document again = page(room, phone(signed));
		assertThat(again.expectFirst("#name").val()).as("her phone knows her").isEqualTo("Odile Martin");
		assertThat(sign(room + "/inconnu", phone(signed), "name", "Odile Martin", "organisation", "Cantine Coop",
				"half", "2", "strokes", DRAWN))
			.hasStatus3xxRedirection();
		assertThat(register().expectFirst("#invites").text()).contains("a signé, matin", "a signé, après-midi");
		assertThat(register().expectFirst("#invites [aria-pressed=true]").text()).isEqualTo("Journée");
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'attendance.guestSigned'")
			.query(Integer.class)
			.single()).as("written down, each half-day once").isEqualTo(2);
		assertThat(register().select("#invites li")).hasSize(1);
	}

	@Test
	void aCodeLeadsSomewhereThatDayAlone() {
		this.cast.itIs(DAY.minusDays(1).atTime(18, 0));
		String room = room();
		assertThat(page(room, null).text()).contains("C’est encore tôt", "ouvre jeudi 10 décembre à 8 h 30");
		assertThat(refused(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN)))
			.contains("une heure avant");
		this.cast.itIs(DAY.plusDays(1).atTime(0, 5));
		assertThat(open(room, null)).hasStatus(404);
		assertThat(open(room + "x", null)).hasStatus(404);
		assertThat(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN)).hasStatus(404);
		this.cast.itIs(START.atTime(10, 0));
		schedule(DAY.plusDays(7), Mode.PRESENTIEL);
		this.cast.itIs(DAY.plusDays(7).atTime(9, 30));
		assertThat(open(room, null)).as("the code of the former date").hasStatus(404);
		assertThat(room()).isNotEqualTo(room);
	}

	@Test
	void aClosedSheetIsSignedNoMore() {
		this.cast.itIs(DAY.atTime(12, 15));
		String room = room();
		UUID half = session().getHalfDays().getFirst().getId();
		post(this.day + "/emargement/" + half + "/contreseing", "half", "1");
		assertThat(page(room + "?demi-journee=1", null).text()).contains("La feuille de cette demi-journée est fermée");
		assertThat(refused(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN)))
			.contains("La feuille de cette demi-journée est fermée");
	}

	@Test
	void anotherAnswerOfTheAnimationUndoesASignature() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN);
		UUID half = session().getHalfDays().getFirst().getId();
		String mark = this.day + "/emargement/" + half + "/" + this.ines.getId();
		assertThat(register().select("form.choices[action='" + mark + "']")).as("no press by mistake").isEmpty();
		assertThat(post(mark, "half", "1", "status", "ABSENT")).hasStatus3xxRedirection();
		assertThat(signatures()).isZero();
		assertThat(row(register(), "Inès Carpentier")).doesNotContain("Signée");
		assertThat(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN))
			.hasStatus3xxRedirection();
		assertThat(row(register(), "Inès Carpentier")).contains("Signée");
		post(this.day + "/emargement/effacement", "half", "1", "reason", "Ce n’était pas ce jour");
		assertThat(signatures()).isZero();
	}

	@Test
	void theCodeOfTheMomentIsAskedWhereTheParcoursWishes() {
		this.cast.itIs(DAY.atTime(9, 28));
		post(this.day + "/salle/regles", "version", "0", "turning", "true");
		String room = room();
		String now = this.moment.now(session().getId()).code();
		String other = now.equals("00000") ? "00001" : "00000";
		MvcTestResult wrong = sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN, "moment",
				other);
		assertThat(refused(wrong)).contains("Ce n’est pas le code du moment");
		assertThat(parse(wrong).expectFirst("[name=strokes]").val()).isEqualTo(DRAWN);
		this.cast.itIs(DAY.atTime(9, 28, 40));
		assertThat(sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN, "moment",
				now.substring(0, 1) + " " + now.substring(1)))
			.as("typed slowly, with a blank")
			.hasStatus3xxRedirection();
		this.cast.itIs(DAY.atTime(9, 30));
		assertThat(sign(room, null, "person", this.hugo.getId().toString(), "strokes", DRAWN, "moment", now))
			.hasStatus(422);
	}

	@Test
	void whoIsElsewhereSignsByTheirOwnLink() {
		this.cast.itIs(DAY.atTime(9, 28));
		MvcTestResult notThatDay = post(this.day + "/salle/distance/" + this.ines.getId());
		assertThat(refused(notThatDay)).contains("se tient en présence");
		this.cast.itIs(START.atTime(10, 0));
		schedule(DAY, Mode.HYBRIDE);
		this.cast.itIs(DAY.atTime(9, 28));
		assertThat(post(this.day + "/salle/distance/" + this.claire.getId())).as("not expected").hasStatus(404);
		post(this.day + "/salle/distance/" + this.ines.getId());
		String address = door().expectFirst("#p-" + this.ines.getId() + " .hash").text();
		String own = address.substring(address.indexOf("/salle/"));
		assertThat(page(own, null).text()).contains("Inès Carpentier", "à distance").doesNotContain("Hugo Lemaire");
		assertThat(sign(own, null, "person", this.hugo.getId().toString(), "written", "Inès Carpentier"))
			.as("whoever is said, it is hers")
			.hasStatus3xxRedirection();
		assertThat(row(register(), "Inès Carpentier")).contains("Signée", "à distance");
		assertThat(file()).contains("à distance", "Inès Carpentier");
		assertThat(row(register(), "Hugo Lemaire")).doesNotContain("Signée");
		assertThat(open(own + "/inconnu", null)).hasStatus(404);
	}

	@Test
	void somebodySignedInIsRecognised() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		MvcTestResult seen = this.mvc.get().uri(room).with(this.cast.as(this.ines)).exchange();
		assertThat(parse(seen).expectFirst("h1").text()).isEqualTo("Inès Carpentier");
		var request = this.mvc.post()
			.uri(room)
			.with(this.cast.as(this.ines))
			.with(csrf())
			.param("person", this.ines.getId().toString())
			.param("strokes", DRAWN);
		assertThat(request.exchange()).hasStatus3xxRedirection();
		assertThat(row(register(), "Inès Carpentier")).contains("Signée").doesNotContain("sans compte");
	}

	@Test
	void whatDidNotChangeIsNotSentAgain() {
		this.cast.itIs(DAY.atTime(9, 28));
		String room = room();
		String live = register().expectFirst("[data-live]").attr("hx-get");
		assertThat(this.mvc.get().uri(live).with(this.cast.as(this.claire)).exchange()).hasStatus(204);
		sign(room, null, "person", this.ines.getId().toString(), "strokes", DRAWN);
		MvcTestResult changed = this.mvc.get().uri(live).with(this.cast.as(this.claire)).exchange();
		assertThat(changed).hasStatusOk();
		assertThat(row(parse(changed), "Inès Carpentier")).contains("Signée");
	}

	private void schedule(LocalDate on, Mode mode) {
		this.scheduling.schedule(this.parcours.getId(), 1, session().getVersion(),
				new SessionPlan(
						List.of(TimeSlot.of(on, LocalTime.of(9, 30), LocalTime.of(12, 30)),
								TimeSlot.of(on, LocalTime.of(13, 30), LocalTime.of(16, 30))),
						mode, "Val-des-Sources", mode == Mode.PRESENTIEL ? "" : "https://visio.example.org/1", ""));
		this.cast.forget();
	}

	private String room() {
		post(this.day + "/salle");
		String address = door().expectFirst(".door-words .hash").text();
		return address.substring(address.indexOf("/salle/"));
	}

	private Document door() {
		return parse(this.mvc.get().uri(this.day + "/salle").with(this.cast.as(this.claire)).exchange());
	}

	private Document register() {
		return parse(this.mvc.get().uri(this.day + "/emargement").with(this.cast.as(this.claire)).exchange());
	}

	/** The register as it is printed. */
	private String file() {
		byte[] file = this.mvc.get()
			.uri(this.day + "/emargement.pdf")
			.with(this.cast.as(this.claire))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		return Pdf.text(file).replaceAll("\\s+", " ");
	}

	private int signatures() {
		return this.jdbc.sql("SELECT count(*) FROM signature").query(Integer.class).single();
	}

	private CollectiveSession session() {
		return this.sessions.ranked(this.parcours.getId(), 1).orElseThrow();
	}

	private MvcTestResult open(String address, @Nullable Cookie phone) {
		var request = this.mvc.get().uri(address);
		if (phone != null) {
			request.cookie(phone);
		}
		return request.exchange();
	}

	private Document page(String address, @Nullable Cookie phone) {
		MvcTestResult answer = open(address, phone);
		assertThat(answer).hasStatusOk();
		return parse(answer);
	}

	private MvcTestResult sign(String room, @Nullable Cookie phone, String... parameters) {
		var request = this.mvc.post().uri(room).with(csrf());
		if (phone != null) {
			request.cookie(phone);
		}
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		MvcTestResult answer = request.exchange();
		this.cast.forget();
		return answer;
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

	private static String link(Document list, String name) {
		String href = list.select("a.name-row")
			.stream()
			.filter((row) -> row.text().contains(name))
			.findFirst()
			.orElseThrow()
			.attr("href");
		return href.substring(href.indexOf('?'));
	}

	private static Cookie phone(MvcTestResult answer) {
		Cookie cookie = answer.getResponse().getCookie("salle");
		if (cookie == null) {
			throw new AssertionError("no phone is known");
		}
		return cookie;
	}

	private static String refused(MvcTestResult answer) {
		assertThat(answer).hasStatus(422);
		return parse(answer).expectFirst(".summary").text();
	}

	private static String row(Document page, String name) {
		return page.select("table.register tbody tr")
			.stream()
			.filter((row) -> row.expectFirst("th").text().contains(name))
			.findFirst()
			.map(Element::text)
			.orElseThrow();
	}

	private static Document parse(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
