package fr.faireavec.signin;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** One letter, a link and a code; ten minutes, once, in the browser that asked. */
@IntegrationTest
class MailedSignInTests {

	private static final String INES = "ines.carpentier@demo.example";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Letters letters;

	@Autowired
	private SignInLetter kind;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Device phone;

	@BeforeEach
	void inesHasAPhone() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		this.phone = new Device(this.mvc);
	}

	@Test
	void theCodeOpensTheDoorOnce() {
		assertThat(ask(this.phone, INES)).hasRedirectedUrl("/connexion/code");
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		Device copy = this.phone.copy();
		assertThat(this.phone.post("/connexion/code", "code", code.substring(0, 3) + " " + code.substring(3)))
			.hasRedirectedUrl("/");
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(copy.post("/connexion/code", "code", code).getResponse().getStatus()).isNotEqualTo(500);
		assertThat(copy.isSignedIn()).isFalse();
	}

	@Test
	void theLinkShowsAButtonAndTheButtonOpensTheDoor() {
		ask(this.phone, INES);
		String link = "/connexion/lien/" + this.letters.last("signin.code").split("\n", 2)[0];
		MvcTestResult page = this.phone.get(link);
		assertThat(page).hasStatusOk();
		assertThat(Pages.document(page).select("main form[action=" + link + "] button")).hasSize(1);
		assertThat(this.phone.post(link)).hasRedirectedUrl("/");
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(this.phone.post(link)).hasStatus(410);
	}

	@Test
	void aPageSomebodyWantedIsWhereTheyArrive() {
		assertThat(this.phone.get("/mon-compte/connexions").getResponse().getRedirectedUrl()).endsWith("/connexion");
		ask(this.phone, INES);
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		assertThat(this.phone.post("/connexion/code", "code", code)).hasRedirectedUrl("/mon-compte/connexions");
	}

	@Test
	void scannersUseNothingUp() {
		ask(this.phone, INES);
		String link = "/connexion/lien/" + this.letters.last("signin.code").split("\n", 2)[0];
		Device scanner = new Device(this.mvc, "192.0.2.7");
		String before = requests();
		scanner.send(HttpMethod.HEAD, link);
		for (int i = 0; i < 3; i++) {
			assertThat(new Device(this.mvc, "192.0.2.7").get(link)).hasStatusOk();
		}
		assertThat(scanner.post(link).getResponse().getStatus()).isLessThan(500);
		this.phone.get(link);
		this.phone.get(link);
		assertThat(requests()).isEqualTo(before);
		assertThat(scanner.isSignedIn()).isFalse();
		assertThat(this.phone.post(link)).hasRedirectedUrl("/");
	}

	@Test
	void anotherBrowserIsToldWhereToTypeTheCode() {
		ask(this.phone, INES);
		String[] secret = this.letters.last("signin.code").split("\n", 2);
		Device other = new Device(this.mvc);
		ask(other, "quelqu-un@demo.example");
		MvcTestResult page = other.get("/connexion/lien/" + secret[0]);
		assertThat(Pages.document(page).select("h1").text()).contains("autre navigateur");
		other.post("/connexion/lien/" + secret[0]);
		other.post("/connexion/code", "code", secret[1]);
		assertThat(other.isSignedIn()).isFalse();
		assertThat(this.phone.post("/connexion/code", "code", secret[1])).hasRedirectedUrl("/");
	}

	@Test
	void fiveWrongCodesAreTheEndOfIt() {
		ask(this.phone, INES);
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		String wrong = code.equals("000000") ? "000001" : "000000";
		assertThat(this.phone.post("/connexion/code", "code", "12 34")).hasStatus(422);
		for (int remain = 4; remain >= 1; remain--) {
			MvcTestResult page = this.phone.post("/connexion/code", "code", wrong);
			assertThat(page).hasStatus(422);
			assertThat(Pages.document(page).text()).contains("restent : " + remain);
		}
		assertThat(Pages.document(this.phone.post("/connexion/code", "code", wrong)).text()).contains("ne vaut plus");
		assertThat(this.phone.post("/connexion/code", "code", code)).hasStatus(422);
		assertThat(this.phone.isSignedIn()).isFalse();
	}

	@Test
	void tenMinutesLaterItIsOver() {
		ask(this.phone, INES);
		String[] secret = this.letters.last("signin.code").split("\n", 2);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(10)));
		assertThat(this.phone.get("/connexion/lien/" + secret[0])).hasStatus(410);
		assertThat(this.phone.post("/connexion/lien/" + secret[0])).hasStatus(410);
		assertThat(this.phone.post("/connexion/code", "code", secret[1])).hasStatus(422);
		assertThat(this.kind.stillDue(envelope(UUID.fromString(this.requestOf(this.phone)), secret))).isFalse();
	}

	@Test
	void askingAgainWithinAMinuteSendsNothingNewAndSaysSo() {
		ask(this.phone, INES);
		assertThat(ask(this.phone, " INES.carpentier@demo.example")).hasRedirectedUrl("/connexion/code?patience");
		assertThat(this.letters.count("signin.code")).isEqualTo(1);
		assertThat(Pages.document(this.phone.get("/connexion/code?patience")).text()).contains("déjà parti");
		this.clock.moveTo(this.clock.instant().plusSeconds(61));
		assertThat(ask(this.phone, INES)).hasRedirectedUrl("/connexion/code");
		assertThat(this.letters.count("signin.code")).isEqualTo(2);
	}

	/** Of two letters, each link is good and the code is that of the second. */
	@Test
	void anEarlierLetterIsToldFromAWrongOne() {
		this.cast.itIs(LocalDateTime.of(2026, 11, 5, 10, 30));
		ask(this.phone, INES);
		String[] first = this.letters.last("signin.code").split("\n", 2);
		this.clock.moveTo(this.clock.instant().plusSeconds(120));
		ask(this.phone, INES);
		String[] second = this.letters.last("signin.code").split("\n", 2);
		Device copy = this.phone.copy();
		MvcTestResult page = copy.post("/connexion/code", "code", first[1]);
		assertThat(page).hasStatus(422);
		assertThat(Pages.document(page).select("main").text()).contains("Un code plus récent", "à 10 h 32",
				"c’est celui-là");
		assertThat(copy.isSignedIn()).isFalse();
		assertThat(copy.post("/connexion/code", "code", second[1])).hasStatus(302);
		Device tablet = new Device(this.mvc);
		ask(tablet, INES);
		String[] third = this.letters.last("signin.code").split("\n", 2);
		this.clock.moveTo(this.clock.instant().plusSeconds(61));
		ask(tablet, INES);
		assertThat(tablet.get("/connexion/lien/" + third[0])).hasStatusOk();
		assertThat(tablet.post("/connexion/lien/" + third[0])).hasRedirectedUrl("/");
		assertThat(tablet.isSignedIn()).isTrue();
	}

	/** The browser has lost what it asked for: the page says so, the address is kept. */
	@Test
	void aCodeWithoutItsRequestIsAskedForAgain() {
		MvcTestResult late = this.phone.post("/connexion/code", "code", "123456", "email", INES);
		assertThat(late).hasStatus(422);
		Document page = Pages.document(late);
		assertThat(page.text()).contains("ouverte depuis trop longtemps");
		assertThat(page.select("#email").val()).isEqualTo(INES);
	}

	@Test
	void anUnknownAddressAndAClosedAccountReadTheSame() {
		Person zoe = this.cast.person("Zoé", "Partie");
		this.cast.flush();
		this.jdbc.sql("UPDATE account SET disabled_at = now() WHERE person_id = :p").param("p", zoe.getId()).update();
		String known = answer(INES);
		assertThat(answer("personne@demo.example")).isEqualTo(known);
		assertThat(answer("zoe.partie@demo.example")).isEqualTo(known);
		assertThat(this.letters.count("signin.code")).isEqualTo(1);
	}

	@Test
	void theLetterHoldsAButtonAndACode() {
		ask(this.phone, INES);
		String[] secret = this.letters.last("signin.code").split("\n", 2);
		Envelope envelope = envelope(UUID.fromString(requestOf(this.phone)), secret);
		assertThat(this.kind.stillDue(envelope)).isTrue();
		List<Letter.Block> blocks = this.kind.render(envelope).blocks();
		assertThat(blocks)
			.anyMatch((block) -> block instanceof Letter.Block.Button button && button.address().endsWith(secret[0]));
		assertThat(blocks).anyMatch((block) -> block instanceof Letter.Block.Code code
				&& code.code().replace("\u00a0", "").replace(" ", "").equals(secret[1]));
		assertThat(this.kind.render(envelope).toString()).doesNotContain("signin.letter");
	}

	private Envelope envelope(UUID request, String[] secret) {
		return new Envelope(UUID.randomUUID(), this.ines.getId(), "Inès Carpentier", INES, request,
				secret[0] + "\n" + secret[1], this.clock.instant());
	}

	private String requestOf(Device device) {
		return this.jdbc.sql("""
				SELECT substr(convert_from(a.attribute_bytes, 'UTF8'), 2) FROM spring_session_attributes a
				JOIN spring_session s ON s.primary_id = a.session_primary_id
				WHERE s.session_id = :id AND a.attribute_name = 'request'
				""").param("id", device.cookie("session")).query(String.class).single();
	}

	private String requests() {
		return this.jdbc.sql("SELECT string_agg(r::text, '|' ORDER BY id) FROM sign_in_request r")
			.query(String.class)
			.single();
	}

	private MvcTestResult ask(Device device, String email) {
		return device.post("/connexion", "email", email);
	}

	/** Status, address and text, but for the address typed. */
	private String answer(String email) {
		Device device = new Device(this.mvc);
		MvcTestResult sent = ask(device, email);
		String page = Pages.document(device.get("/connexion/code")).select("main").outerHtml();
		return sent.getResponse().getStatus() + " " + sent.getResponse().getRedirectedUrl() + " "
				+ page.replace(email, "…").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

}
