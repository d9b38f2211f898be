package fr.faireavec.factors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.SoftKey;
import fr.faireavec.testing.SoftKey.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What no honest browser says: made or signed elsewhere, for another, or twice. */
@IntegrationTest
class ForgedPasskeyTests {

	private static final String KEYS = "/mon-compte/cles";

	private static final String DOOR = "/connexion/cle";

	private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");

	/** Each of them alone makes an answer worth nothing. */
	private static final Map<String, UnaryOperator<Said>> BENT = bent();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private BaseUrl base;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Device phone;

	private SoftKey key;

	@BeforeEach
	void inesHasAKey() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		this.phone = in("ines.carpentier@demo.example");
		this.key = new SoftKey(this.base.host());
		assertThat(add(this.phone, this.key, UnaryOperator.identity())).hasStatusOk();
	}

	@Test
	void whatIsSignedElsewhereOrForSomethingElseOpensNothing() {
		assertThat(comeIn(this.key, 7, UnaryOperator.identity())).as("the honest one").hasStatusOk();
		BENT.forEach((what, bend) -> assertThat(comeIn(this.key, 8, bend)).as(what).hasStatus(422));
		assertThat(comeIn(this.key, 9, (said) -> said.type("webauthn.create"))).hasStatus(422);
		assertThat(comeIn(new SoftKey(this.base.host()), 9, UnaryOperator.identity())).as("unknown").hasStatus(422);
		assertThat(comeIn(new SoftKey(this.base.host(), this.key.id()), 9, UnaryOperator.identity()))
			.as("another under its name")
			.hasStatus(422);
		assertThat(comeIn(this.key, 9, UnaryOperator.identity())).as("it still opens").hasStatusOk();
	}

	@Test
	void whatIsMadeElsewhereOrForSomethingElseIsNotKept() {
		BENT.forEach((what, bend) -> assertThat(add(this.phone, new SoftKey(this.base.host()), bend)).as(what)
			.hasStatus(422));
		assertThat(add(this.phone, new SoftKey(this.base.host()), (said) -> said.type("webauthn.get"))).hasStatus(422);
		assertThat(keys()).isEqualTo(1);
	}

	@Test
	void nobodyTakesTheNameOfAnothersKey() {
		SoftKey stolen = new SoftKey(this.base.host(), this.key.id());
		assertThat(add(in("hugo.lemaire@demo.example"), stolen, UnaryOperator.identity())).hasStatus(422);
		assertThat(keys()).isEqualTo(1);
		assertThat(comeIn(stolen, 3, UnaryOperator.identity())).hasStatus(422);
		assertThat(comeIn(this.key, 3, UnaryOperator.identity())).hasStatusOk();
	}

	/** Of a key that counts there is one: who counts backwards holds a copy. */
	@Test
	void aCopyOfAKeyIsFoundOutByItsCount() {
		assertThat(comeIn(this.key, 100, UnaryOperator.identity())).hasStatusOk();
		for (int seen : new int[] { 100, 99, 2, 0 }) {
			assertThat(comeIn(this.key, seen, UnaryOperator.identity())).as("counts " + seen).hasStatus(422);
		}
		assertThat(comeIn(this.key, 101, UnaryOperator.identity())).hasStatusOk();
	}

	/** Those that travel between telephones never count. */
	@Test
	void aKeyThatDoesNotCountOpensEachTime() {
		SoftKey travelling = new SoftKey(this.base.host());
		assertThat(this.phone.script(KEYS, travelling.made(said(challenge(this.phone, KEYS), 0)))).hasStatusOk();
		assertThat(comeIn(travelling, 0, UnaryOperator.identity())).hasStatusOk();
		assertThat(comeIn(travelling, 0, UnaryOperator.identity())).hasStatusOk();
	}

	@Test
	void anAnswerOpensOnce() {
		Device tablet = new Device(this.mvc);
		String answer = this.key.shown(said(challenge(tablet, DOOR), 5));
		Device copy = tablet.copy();
		assertThat(tablet.script(DOOR, answer)).hasStatusOk();
		assertThat(tablet.script(DOOR, answer)).hasStatus(422);
		assertThat(copy.script(DOOR, answer)).hasStatus(422);
	}

	@Test
	void aKeyOpensNoClosedAccount() {
		this.keeping.disable(this.ines.getId());
		this.cast.forget();
		assertThat(comeIn(this.key, 5, UnaryOperator.identity())).hasStatus(422);
	}

	private Device in(String email) {
		Device device = new Device(this.mvc);
		device.post("/connexion/mot-de-passe", "username", email, "password", Cast.PASSWORD);
		return device;
	}

	private MvcTestResult add(Device device, SoftKey made, UnaryOperator<Said> bend) {
		MvcTestResult answer = device.script(KEYS, made.made(bend.apply(said(challenge(device, KEYS), 1))));
		this.cast.flush();
		this.cast.forget();
		return answer;
	}

	private MvcTestResult comeIn(SoftKey shown, int count, UnaryOperator<Said> bend) {
		Device device = new Device(this.mvc);
		MvcTestResult answer = device.script(DOOR, shown.shown(bend.apply(said(challenge(device, DOOR), count))));
		assertThat(device.isSignedIn()).isEqualTo(answer.getResponse().getStatus() == 200);
		this.cast.forget();
		return answer;
	}

	private Said said(String challenge, int count) {
		return Said.truly(challenge, this.base.origin(), count);
	}

	private String challenge(Device device, String address) {
		String options = new String(device.script(address + "/options", "").getResponse().getContentAsByteArray(),
				java.nio.charset.StandardCharsets.UTF_8);
		Matcher found = CHALLENGE.matcher(options);
		assertThat(found.find()).as(options).isTrue();
		return found.group(1);
	}

	private int keys() {
		return this.jdbc.sql("SELECT count(*) FROM passkey").query(Integer.class).single();
	}

	private static Map<String, UnaryOperator<Said>> bent() {
		Map<String, UnaryOperator<Said>> bent = new LinkedHashMap<>();
		for (String origin : new String[] { "https://evil.example", "http://localhost:1", "null", "" }) {
			bent.put("origin " + origin, (said) -> said.origin(origin));
		}
		bent.put("origin that ours begins", (said) -> said.origin(said.origin() + ".evil.example"));
		bent.put("another challenge", (said) -> said.challenge(SoftKey.text(SoftKey.random(32))));
		bent.put("no challenge", (said) -> said.challenge(""));
		bent.put("nobody verified", (said) -> said.flags(1));
		bent.put("nobody there", (said) -> said.flags(4));
		bent.put("another site", (said) -> said.host("evil.example"));
		return bent;
	}

}
