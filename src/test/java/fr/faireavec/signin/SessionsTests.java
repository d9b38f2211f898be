package fr.faireavec.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What sessions hold, how long they last, who ends them. */
@IntegrationTest
class SessionsTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Device phone;

	@BeforeEach
	void inesIsIn() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		this.phone = signedIn();
	}

	@Test
	void nothingButPlainTextsIsKept() {
		this.phone.get("/");
		this.phone.post("/mon-compte/connexions/autres/fin");
		List<String> kept = this.jdbc.sql("""
				SELECT a.attribute_name || ' ' || encode(a.attribute_bytes, 'escape') FROM spring_session_attributes a
				JOIN spring_session s ON s.primary_id = a.session_primary_id WHERE s.session_id = :id
				""")
			.param("id", this.phone.cookie("session"))
			.query((row, n) -> String.valueOf(row.getString(1)))
			.list();
		UUID account = this.accounts.ofPerson(this.ines.getId()).orElseThrow().getId();
		assertThat(kept).contains("account s" + account, "factors sPASSWORD", "browser sFirefox/Android");
		assertThat(kept).filteredOn((text) -> !text.startsWith("org.springframework.web.servlet.support"))
			.allMatch((text) -> text.matches("\\S+ [slc][\\x20-\\x7e]+"));
		assertThat(kept.toString()).doesNotContain("Authentication", "carpentier");
		assertThat(this.jdbc.sql("SELECT principal_name FROM spring_session WHERE session_id = :id")
			.param("id", this.phone.cookie("session"))
			.query(String.class)
			.single()).isEqualTo(account.toString());
	}

	@Test
	void signingInTakesANewSession() {
		Device other = new Device(this.mvc);
		other.post("/connexion", "email", "quelqu-un@demo.example");
		String before = other.cookie("session");
		assertThat(before).isNotNull();
		other.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password", Cast.PASSWORD);
		assertThat(other.cookie("session")).isNotEqualTo(before);
		assertThat(count(before)).isZero();
	}

	@Test
	void signingOutLeavesNothing() {
		String session = this.phone.cookie("session");
		Device copy = this.phone.copy();
		this.phone.post("/deconnexion");
		assertThat(count(session)).isZero();
		assertThat(copy.isSignedIn()).isFalse();
	}

	@Test
	void signingOutEmptiesTheBrowsersCache() {
		var answer = this.mvc.post()
			.uri("/deconnexion")
			.secure(true)
			.with(this.cast.as(this.ines))
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
		assertThat(answer.getResponse().getHeaders("Clear-Site-Data")).containsExactly("\"cache\"");
	}

	@Test
	void whatCannotBeReadMeansSignedOut() {
		for (byte[] damage : new byte[][] { {}, { 's' }, "sx".getBytes(StandardCharsets.UTF_8),
				{ 's', (byte) 0xff, (byte) 0xfe }, { (byte) 0xac, (byte) 0xed, 0, 5 },
				{ 'j', (byte) 0xac, (byte) 0xed, 0 }, "l12".getBytes(StandardCharsets.UTF_8) }) {
			Device device = signedIn();
			assertThat(device.isSignedIn()).isTrue();
			damage(device, "account", damage);
			assertThat(device.get("/").getResponse().getStatus()).isEqualTo(302);
			Device second = signedIn();
			damage(second, "factors", damage);
			assertThat(second.get("/").getResponse().getStatus()).isEqualTo(302);
			Device third = signedIn();
			for (String name : List.of("browser", "since")) {
				damage(third, name, damage);
			}
			assertThat(third.get("/mon-compte/connexions")).hasStatusOk();
		}
	}

	/** A class nobody listed is not even looked at. */
	@Test
	void onlyListedClassesAreRead() throws java.io.IOException {
		var bytes = new java.io.ByteArrayOutputStream();
		bytes.write('j');
		try (var out = new java.io.ObjectOutputStream(bytes)) {
			out.writeObject(new java.util.ArrayList<>(List.of(new java.util.PriorityQueue<>(List.of("a")))));
		}
		assertThat(SessionValues.read(bytes.toByteArray())).isNull();
		assertThat(SessionValues.read(SessionValues.write(new java.util.ArrayList<>(List.of("a")))))
			.isEqualTo(List.of("a"));
	}

	@Test
	void aClosedAccountIsOutAtTheNextRequest() {
		assertThat(this.phone.isSignedIn()).isTrue();
		this.keeping.disable(this.ines.getId());
		this.cast.forget();
		assertThat(this.phone.isSignedIn()).isFalse();
		this.keeping.enable(this.ines.getId());
		this.cast.forget();
		assertThat(this.phone.isSignedIn()).isFalse();
	}

	@Test
	void nobodyStaysMoreThanThirtyDays() {
		opened(this.phone, 29 * 24);
		assertThat(this.phone.isSignedIn()).isTrue();
		opened(this.phone, 2 * 24);
		assertThat(this.phone.isSignedIn()).isFalse();
	}

	/** However often they click. */
	@Test
	void theAnimationStaysADayInAll() {
		assertThat(this.phone.isSignedIn()).isTrue();
		givenARoleUnheard();
		Device laptop = signedIn();
		for (Device device : List.of(laptop, this.phone)) {
			opened(device, 23);
			assertThat(device.isSignedIn()).isTrue();
			opened(device, 2);
			assertThat(device.isSignedIn()).isFalse();
		}
	}

	/** A role given ends the sessions; one written past the house only shortens them. */
	private void givenARoleUnheard() {
		this.jdbc.sql("UPDATE account SET role = 'FACILITATOR', version = version + 1 WHERE person_id = :ines")
			.param("ines", this.ines.getId())
			.update();
		this.cast.forget();
	}

	/** So many hours earlier than it says. */
	private void opened(Device device, int hours) {
		this.jdbc.sql("UPDATE spring_session SET creation_time = creation_time - :more WHERE session_id = :id")
			.param("more", hours * 3_600_000L)
			.param("id", device.cookie("session"))
			.update();
	}

	@Test
	void theAnimationGoesAfterTwelveIdleHoursAndTheOthersAfterThirtyDays() {
		assertThat(idle(this.phone)).isEqualTo(30 * 24 * 3600);
		givenARoleUnheard();
		assertThat(idle(signedIn())).isEqualTo(12 * 3600);
		this.phone.get("/");
		assertThat(idle(this.phone)).isEqualTo(12 * 3600);
	}

	@Test
	void readingWritesAtMostOnceAMinute() {
		this.phone.get("/");
		String before = row(this.phone);
		this.phone.get("/");
		assertThat(row(this.phone)).isEqualTo(before);
		this.jdbc.sql("UPDATE spring_session SET last_access_time = last_access_time - 61000 WHERE session_id = :id")
			.param("id", this.phone.cookie("session"))
			.update();
		this.phone.get("/");
		assertThat(row(this.phone)).isNotEqualTo(before);
	}

	@Test
	void oneSeesWhereOneIsSignedInAndEndsIt() {
		Device laptop = signedIn();
		var page = Pages.document(this.phone.get("/mon-compte/connexions"));
		assertThat(page.select(".connections > li")).hasSize(2);
		assertThat(page.select(".connections").text()).contains("Firefox sur Android", "Ici");
		String end = page.select(".connections form").attr("action");
		assertThat(end).doesNotContain(String.valueOf(laptop.cookie("session")));
		this.phone.post(end);
		assertThat(laptop.isSignedIn()).isFalse();
		Device third = signedIn();
		this.phone.post("/mon-compte/connexions/autres/fin");
		assertThat(third.isSignedIn()).isFalse();
		assertThat(this.phone.isSignedIn()).isTrue();
	}

	/**
	 * Beyond twenty browsers, the one unseen for longest is out, and the page says so.
	 */
	@Test
	void theTwentyFirstBrowserEndsTheOldest() {
		this.jdbc.sql("UPDATE spring_session SET last_access_time = last_access_time - 60000 WHERE session_id = :id")
			.param("id", this.phone.cookie("session"))
			.update();
		Device second = signedIn();
		for (int i = 0; i < Connections.MOST - 2; i++) {
			signedIn();
		}
		assertThat(count(this.phone.cookie("session"))).isEqualTo(1);
		Device last = signedIn();
		assertThat(count(this.phone.cookie("session"))).isZero();
		assertThat(count(second.cookie("session"))).isEqualTo(1);
		Document page = Pages.document(last.get("/mon-compte/connexions"));
		assertThat(page.select(".connections li")).hasSize(Connections.MOST);
		assertThat(page.text()).contains("20 navigateurs à la fois");
	}

	@Test
	void nobodyEndsSomebodyElsesSession() {
		Person hugo = this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		Device hugos = new Device(this.mvc);
		hugos.post("/connexion/mot-de-passe", "username", "hugo.lemaire@demo.example", "password", Cast.PASSWORD);
		String id = this.jdbc.sql("SELECT primary_id FROM spring_session WHERE session_id = :id")
			.param("id", hugos.cookie("session"))
			.query(String.class)
			.single();
		this.phone.post("/mon-compte/connexions/" + id + "/fin");
		this.phone.post("/mon-compte/connexions/autres/fin");
		assertThat(hugos.isSignedIn()).isTrue();
		assertThat(hugo.getId()).isNotNull();
	}

	private Device signedIn() {
		Device device = new Device(this.mvc);
		assertThat(device.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password",
				Cast.PASSWORD))
			.hasRedirectedUrl("/");
		return device;
	}

	private void damage(Device device, String attribute, byte[] bytes) {
		assertThat(this.jdbc.sql("""
				UPDATE spring_session_attributes SET attribute_bytes = :bytes WHERE attribute_name = :name
				AND session_primary_id = (SELECT primary_id FROM spring_session WHERE session_id = :id)
				""").param("bytes", bytes).param("name", attribute).param("id", device.cookie("session")).update())
			.isEqualTo(1);
	}

	private int idle(Device device) {
		return this.jdbc.sql("SELECT max_inactive_interval FROM spring_session WHERE session_id = :id")
			.param("id", device.cookie("session"))
			.query(Integer.class)
			.single();
	}

	private String row(Device device) {
		return this.jdbc.sql("SELECT s::text FROM spring_session s WHERE session_id = :id")
			.param("id", device.cookie("session"))
			.query(String.class)
			.single();
	}

	private int count(@org.jspecify.annotations.Nullable String session) {
		return this.jdbc.sql("SELECT count(*) FROM spring_session WHERE session_id = :id")
			.param("id", session)
			.query(Integer.class)
			.single();
	}

}
