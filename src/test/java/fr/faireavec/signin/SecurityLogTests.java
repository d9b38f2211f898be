package fr.faireavec.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** Who came in and who was refused leaves one line each, without address or secret. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

	/** Controls of old and new terminals, line ends of Unicode, what hides and turns. */
	private static final List<Integer> UNSEEN = List.of(0, 7, 8, 0x1B, 0x7F, 0x85, 0x90, 0x9B, 0x9D, 0xAD, 0x200B,
			0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0xFEFF, 0xE000, 0xE0041);

	private static final String INES = "ines.carpentier@demo.example";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Letters letters;

	@Autowired
	private FirstAdministrator first;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Device phone;

	@BeforeEach
	void inesHasAPhone() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		this.phone = new Device(this.mvc, "192.0.2.66");
	}

	/**
	 * It opens the whole installation: only a file that its account alone reads holds it.
	 */
	@Test
	void theFirstAdministratorsLinkIsNotOnTheConsole(CapturedOutput output) throws IOException {
		this.jdbc.sql("UPDATE account SET accepted_at = NULL").update();
		this.cast.forget();
		this.first.welcome();
		assertThat(output.getAll()).contains("Personne ne peut encore se connecter").doesNotContain("/invitation/");
		Path file = Path.of(output.getOut()
			.lines()
			.filter((line) -> line.contains("premier-acces-"))
			.findFirst()
			.orElseThrow()
			.strip());
		try {
			String link = Files.readString(file).strip();
			assertThat(link).contains("/invitation/");
			// Nobody passed it on, and there may be no mail yet: it sets up what lasts.
			Device first = new Device(this.mvc);
			assertThat(first.post(link.substring(link.indexOf("/invitation/")) + "/mot-de-passe", "password",
					"trois péniches bleues, un jeudi"))
				.hasStatus(302);
			assertThat(first.get("/mon-compte/cles")).hasStatusOk();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		}
		finally {
			Files.delete(file);
		}
	}

	/** What browsers report, anybody may post. */
	@Test
	void aReportOfThePolicyIsOneLineWhateverItHolds(CapturedOutput output) {
		String hostile = UNSEEN.stream().map(Character::toString).collect(Collectors.joining("x"));
		assertThat(this.mvc.post()
			.uri("/securite/rapports")
			.contentType("application/csp-report")
			.content(("{}\r\n2026-11-28 INFO forged=1" + hostile).getBytes(StandardCharsets.UTF_8))).hasStatus(204);
		List<String> lines = output.getOut().lines().filter((line) -> line.contains("csp.reported")).toList();
		assertThat(lines).singleElement(STRING).contains("INFO_forged_1").endsWith("network=127.0.0.1");
		UNSEEN.forEach((sign) -> assertThat(lines.getFirst()).doesNotContain(Character.toString(sign)));
	}

	/** Whoever is refused does not choose how much is written about it. */
	@Test
	void whatSomebodySendsToBeRefusedFillsNoLog(CapturedOutput output) {
		this.phone.script("/connexion/cle/options", "");
		this.phone.script("/connexion/cle", """
				{"id": "a", "rawId": "%s", "type": "public-key", "clientExtensionResults": {},
				 "response": {"authenticatorData": "YQ", "clientDataJSON": "YQ", "signature": "YQ"}}"""
			.formatted("A".repeat(60_000)));
		assertThat(output.getOut().lines().filter((line) -> line.contains("passkey.refused"))).singleElement(STRING)
			.hasSizeBetween(2000, 2500);
	}

	/** Nor does any other line hold them, though one of ours may take several. */
	@Test
	void nothingOnTheConsoleTellsATerminalWhatToDo(CapturedOutput output) {
		Logger log = LoggerFactory.getLogger("fr.faireavec.test");
		for (int sign : UNSEEN) {
			String unseen = Character.toString(sign);
			log.info("line of\n\two{}lines", unseen);
			log.warn("failed", new IllegalStateException("says" + unseen + "so"));
		}
		String said = output.getOut();
		assertThat(said).contains("line of\n\two_lines", "says_so", "\tat fr.faireavec.signin");
		UNSEEN.forEach((sign) -> assertThat(said).as(Integer.toHexString(sign))
			.doesNotContain("o" + Character.toString(sign) + "lines", "says" + Character.toString(sign)));
	}

	@Test
	void eachLeavesItsLine(CapturedOutput output) {
		String account = this.accounts.ofPerson(this.ines.getId()).orElseThrow().getId().toString();
		for (int i = 0; i < 11; i++) {
			this.phone.post("/connexion/mot-de-passe", "username", INES, "password", "un secret mal tapé");
		}
		this.phone.post("/connexion", "email", INES);
		String[] secret = this.letters.last("signin.code").split("\n", 2);
		String wrong = secret[1].equals("735911") ? "735912" : "735911";
		this.phone.post("/connexion/code", "code", wrong);
		this.phone.post("/connexion/lien/" + secret[0]);
		this.phone.get("/administration?secret=735911");
		this.mvc.post().uri("/connexion").param("email", INES).exchange();
		this.mvc.post().uri("/connexion/lien/" + secret[0]).exchange();
		Device copy = this.phone.copy();
		this.phone.post("/deconnexion");
		assertThat(copy.isSignedIn()).isFalse();
		this.phone.post("/connexion", "email", INES);
		this.phone.post("/connexion/code", "code", this.letters.last("signin.code").split("\n", 2)[1]);
		this.keeping.disable(this.ines.getId());
		this.cast.forget();
		assertThat(this.phone.isSignedIn()).isFalse();
		assertThat(output.getOut().lines().filter((line) -> line.contains("fr.faireavec.security")).toList())
			.anyMatch((line) -> line.contains("signin.refused address=") && line.contains("network=192.0.2.66"))
			.anyMatch((line) -> line.contains("signin.throttled gate=PASSWORD"))
			.anyMatch((line) -> line.contains("code.refused address=") && line.contains("remain=4"))
			.anyMatch((line) -> line.contains("signin.ok account=" + account + " factor=MAIL"))
			.anyMatch((line) -> line.contains("access.denied method=GET path=/administration network="))
			.anyMatch((line) -> line.contains("csrf.refused method=POST path=/connexion network="))
			.anyMatch((line) -> line.contains("csrf.refused method=POST path=/connexion/lien/* network="))
			.anyMatch((line) -> line.contains("signout account=" + account))
			.anyMatch((line) -> line.contains("session.ended account=" + account + " why=closed"))
			.noneMatch((line) -> line.contains("demo.example") || line.contains("carpentier") || line.contains("secret")
					|| line.contains(wrong) || line.contains(secret[0]) || line.contains(secret[1]));
	}

}
