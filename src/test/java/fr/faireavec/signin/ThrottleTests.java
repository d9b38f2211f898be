package fr.faireavec.signin;

import java.time.Duration;

import fr.faireavec.kernel.MovableClock;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who guesses is slowed down; who is guessed at is not locked out. */
@IntegrationTest
class ThrottleTests {

	private static final String INES = "ines.carpentier@demo.example";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Throttle throttle;

	@Autowired
	private Letters letters;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void inesHasAnAccount() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
	}

	@Test
	void tenWrongPasswordsAndTheAnswerIsWait() {
		Device thief = new Device(this.mvc, "192.0.2.66");
		for (int i = 0; i < 10; i++) {
			assertThat(guess(thief, INES)).hasStatus(422);
		}
		MvcTestResult refused = guess(thief, INES);
		assertThat(refused).hasStatus(429);
		assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After")))).isBetween(800,
				901);
		assertThat(Pages.document(refused).select("main").text()).contains("Recommencez à");
		assertThat(enter(thief, INES)).hasStatus(429);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(15)));
		assertThat(enter(thief, INES)).hasRedirectedUrl("/");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(15)));
		assertThat(this.throttle.forgetPast()).isPositive();
	}

	@Test
	void aNameChangesTenTimesADay() {
		Device own = new Device(this.mvc, "198.51.100.4");
		enter(own, INES);
		for (int i = 1; i <= 10; i++) {
			assertThat(rename(own, "Inès " + i)).hasRedirectedUrl("/mon-compte");
		}
		assertThat(rename(own, "")).hasStatus(422);
		MvcTestResult refused = rename(own, "Inès 11");
		assertThat(refused).hasStatus(429);
		assertThat(Pages.document(refused).select("main").text()).contains("changé de nom bien des fois",
				"l’administration peut le corriger");
		assertThat(Pages.document(own.get("/mon-compte")).select("#givenName").val()).isEqualTo("Inès 10");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(24)));
		enter(own, INES);
		assertThat(rename(own, "Inès 11")).hasRedirectedUrl("/mon-compte");
	}

	private static MvcTestResult rename(Device device, String given) {
		return device.post("/mon-compte", "givenName", given, "familyName", "Carpentier", "version",
				Pages.document(device.get("/mon-compte")).select("input[name=version]").val());
	}

	/** An address nobody has is slowed down all the same. */
	@Test
	void theAnswerIsTheSameForAnUnknownAddress() {
		Device thief = new Device(this.mvc, "192.0.2.66");
		for (int i = 0; i < 10; i++) {
			assertThat(guess(thief, "personne@demo.example")).hasStatus(422);
		}
		assertThat(guess(thief, "personne@demo.example")).hasStatus(429);
	}

	@Test
	void theOwnerStillComesInWhateverIsGuessedElsewhere() {
		Device own = new Device(this.mvc, "198.51.100.4");
		assertThat(enter(own, INES)).hasRedirectedUrl("/");
		own.post("/deconnexion");
		for (int network = 1; network <= 8; network++) {
			Device thief = new Device(this.mvc, "192.0.2." + network);
			for (int i = 0; i < 11; i++) {
				guess(thief, INES);
			}
		}
		Device elsewhere = new Device(this.mvc, "203.0.113.9");
		assertThat(enter(elsewhere, INES)).hasStatus(429);
		assertThat(elsewhere.post("/connexion", "email", INES)).hasRedirectedUrl("/connexion/code");
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		assertThat(elsewhere.post("/connexion/code", "code", code)).hasRedirectedUrl("/");
		assertThat(enter(own, INES)).hasRedirectedUrl("/");
	}

	/** Each session is a row: whoever is refused is given none. */
	@Test
	void whoeverIsRefusedLeavesNoSession() {
		String network = "192.0.2.66";
		long before = sessions();
		assertThat(passkey(network, "/connexion/cle")).hasStatus(422);
		assertThat(sessions()).as("no challenge was given").isEqualTo(before);
		assertThat(passkey(network, "/connexion/cle/options")).hasStatusOk();
		assertThat(sessions()).isEqualTo(before + 1);
		for (int i = 0; i < 5; i++) {
			this.throttle.pass(Gate.MAIL, new Throttle.Attempt(INES, network, null));
		}
		for (int i = 1; i < 200; i++) {
			this.throttle.pass(Gate.KEY, Throttle.Attempt.from(network));
		}
		assertThat(new Device(this.mvc, network).post("/connexion", "email", INES)).hasStatus(429);
		assertThat(passkey(network, "/connexion/cle/options")).hasStatus(429);
		assertThat(sessions()).isEqualTo(before + 1);
		assertThat(passkey("192.0.2.67", "/connexion/cle/options")).as("another network").hasStatusOk();
	}

	private MvcTestResult passkey(String network, String address) {
		return this.mvc.post()
			.uri(address)
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(csrf())
			.with((raw) -> {
				raw.setRemoteAddr(network);
				return raw;
			})
			.exchange();
	}

	private long sessions() {
		return this.jdbc.sql("SELECT count(*) FROM spring_session").query(Long.class).single();
	}

	/** A mark stolen or invented for another address opens no counter of its own. */
	@Test
	void aMarkCountsForItsOwnerOnly() {
		Device own = new Device(this.mvc, "198.51.100.4");
		this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		enter(own, INES);
		own.post("/deconnexion");
		for (int i = 0; i < 10; i++) {
			guess(own, "hugo.lemaire@demo.example");
		}
		assertThat(guess(own, "hugo.lemaire@demo.example")).hasStatus(429);
		assertThat(guess(new Device(this.mvc, "198.51.100.4"), "hugo.lemaire@demo.example")).hasStatus(429);
		assertThat(enter(own, INES)).hasRedirectedUrl("/");
	}

	@Test
	void lettersAreNotSentWithoutEnd() {
		Device device = new Device(this.mvc, "192.0.2.66");
		for (int i = 0; i < 5; i++) {
			assertThat(new Device(this.mvc, "192.0.2.66").post("/connexion", "email", INES))
				.hasRedirectedUrl("/connexion/code");
		}
		assertThat(device.post("/connexion", "email", INES)).hasStatus(429);
		assertThat(this.letters.count("signin.code")).isEqualTo(5);
	}

	/**
	 * However many letters are asked for, the codes of one address are counted together.
	 */
	@Test
	void thirtyWrongCodesADayAndTheLinkAloneOpens() {
		for (int network = 1; network <= 5; network++) {
			wrongCodes("192.0.2." + network);
		}
		Device own = new Device(this.mvc, "203.0.113.9");
		assertThat(own.post("/connexion/code", "code", asked(own, INES)[1])).hasRedirectedUrl("/");
		wrongCodes("192.0.2.6");
		Device late = new Device(this.mvc, "203.0.113.10");
		String[] secret = asked(late, INES);
		MvcTestResult refused = late.post("/connexion/code", "code", secret[1]);
		assertThat(refused).hasStatus(429);
		assertThat(Pages.document(refused).select("main").text()).contains("codes faux", "le lien de la lettre");
		assertThat(late.post("/connexion/lien/" + secret[0])).hasRedirectedUrl("/");
		this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		Device hugos = new Device(this.mvc, "203.0.113.10");
		assertThat(hugos.post("/connexion/code", "code", asked(hugos, "hugo.lemaire@demo.example")[1]))
			.hasRedirectedUrl("/");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(24)));
		Device tomorrow = new Device(this.mvc, "203.0.113.10");
		assertThat(tomorrow.post("/connexion/code", "code", asked(tomorrow, INES)[1])).hasRedirectedUrl("/");
	}

	private void wrongCodes(String network) {
		Device thief = new Device(this.mvc, network);
		String wrong = asked(thief, INES)[1].equals("000000") ? "000001" : "000000";
		for (int i = 0; i < 5; i++) {
			assertThat(thief.post("/connexion/code", "code", wrong)).hasStatus(422);
		}
	}

	/** The link's token and the code. */
	private String[] asked(Device device, String email) {
		assertThat(device.post("/connexion", "email", email)).hasRedirectedUrl("/connexion/code");
		return this.letters.last("signin.code").split("\n", 2);
	}

	/** Whatever the caller does with its own work: an attempt is an attempt. */
	@Test
	void whatIsRolledBackIsCountedNonetheless() {
		Throttle.Attempt attempt = new Throttle.Attempt(INES, "192.0.2.66", null);
		TransactionTemplate work = new TransactionTemplate(this.transactions);
		work.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		for (int i = 0; i < 10; i++) {
			work.executeWithoutResult((status) -> {
				this.throttle.pass(Gate.PASSWORD, attempt);
				status.setRollbackOnly();
			});
		}
		assertThat(hits(10)).isEqualTo(3);
		assertThatExceptionOfType(TooManyTries.class)
			.isThrownBy(() -> work.executeWithoutResult((status) -> this.throttle.pass(Gate.PASSWORD, attempt)));
		assertThat(hits(11)).isEqualTo(3);
	}

	/** How many counters stand at exactly so many. */
	private int hits(int hits) {
		return this.jdbc.sql("SELECT count(*) FROM throttle WHERE hits = :hits")
			.param("hits", hits)
			.query(Integer.class)
			.single();
	}

	/** Whoever knows the password opens sixty sessions an hour, not sixty thousand. */
	@Test
	void comingInIsBoundedToo() {
		for (int i = 0; i < 60; i++) {
			assertThat(enter(new Device(this.mvc, "192.0.2." + i), INES)).hasRedirectedUrl("/");
		}
		Device late = new Device(this.mvc, "198.51.100.4");
		assertThat(enter(late, INES)).hasStatus(429);
		assertThat(late.cookie("session")).isNull();
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(1)));
		assertThat(enter(late, INES)).hasRedirectedUrl("/");
	}

	@Test
	void whatSucceedsIsNotCounted() {
		for (int i = 0; i < 30; i++) {
			assertThat(enter(new Device(this.mvc, "192.0.2.66"), INES)).hasRedirectedUrl("/");
		}
	}

	@Test
	void deadLinksFromOneNetworkEnd() {
		Device device = new Device(this.mvc, "2001:db8:1:2::1");
		for (int i = 0; i < 60; i++) {
			assertThat(device.get("/invitation/rien-" + i)).hasStatus(404);
		}
		assertThat(new Device(this.mvc, "2001:db8:1:2:ffff::9").get("/invitation/rien")).hasStatus(429);
		assertThat(new Device(this.mvc, "2001:db8:1:3::1").get("/invitation/rien")).hasStatus(404);
	}

	private MvcTestResult guess(Device device, String email) {
		return device.post("/connexion/mot-de-passe", "username", email, "password", "ce n’est pas celui-là");
	}

	private MvcTestResult enter(Device device, String email) {
		return device.post("/connexion/mot-de-passe", "username", email, "password", Cast.PASSWORD);
	}

}
