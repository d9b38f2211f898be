package fr.faireavec.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** A session left open changes nothing about how its owner comes in. */
@IntegrationTest
class FreshProofTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Inviting inviting;

	@Autowired
	private Letters letters;

	private Person ines;

	private Device phone;

	@BeforeEach
	void inesIsIn() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		this.phone = new Device(this.mvc);
		this.phone.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password",
				Cast.PASSWORD);
	}

	@Test
	void aQuarterOfAnHourLaterOneShowsAgainWhoOneIs() {
		assertThat(this.phone.get("/mon-compte/courriel")).hasStatusOk();
		later(Duration.ofMinutes(14));
		assertThat(this.phone.get("/mon-compte/courriel")).hasStatusOk();
		later(Duration.ofMinutes(2));
		assertThat(this.phone.get("/mon-compte/courriel")).hasStatus(303).hasRedirectedUrl("/connexion?preuve");
		assertThat(Pages.document(this.phone.get("/connexion?preuve")).select("main").text())
			.contains("montrez de nouveau que c’est bien vous");
		assertThat(this.phone.get("/")).as("still in").hasStatusOk();
		assertThat(this.phone.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password",
				Cast.PASSWORD))
			.hasRedirectedUrl("/mon-compte/courriel");
		assertThat(this.phone.get("/mon-compte/courriel")).hasStatusOk();
	}

	/** Every one there is, and whatever is added under these addresses. */
	@Test
	void nothingOfTheWaysInChangesWithoutIt() throws IOException {
		later(Duration.ofMinutes(16));
		refusesAll(this.phone);
		assertThat(this.phone.get("/mon-compte/connexions")).as("reading them").hasStatusOk();
	}

	/**
	 * Nor of how anybody else comes in: all the administration does to accounts, and
	 * addresses, and every link to pass on; nor of what is held about anybody.
	 */
	@Test
	void nothingOfOthersWaysInChangesWithoutIt() throws IOException {
		this.cast.administrator("Ada", "Min");
		this.cast.flush();
		Device desk = new Device(this.mvc);
		desk.post("/connexion/mot-de-passe", "username", "ada.min@demo.example", "password", Cast.PASSWORD);
		later(Duration.ofMinutes(16));
		List<String> sensitive = endpoints(
				"(POST /administration/comptes/.*" + "|GET /administration/comptes/(nouveau|\\{personId}/modifier)"
						+ "|(GET|POST) /parcours/.*/mandats/\\{mandateId}/(adresse(/.*)?|personne)"
						+ "|POST .*(?<!/pieces)/(acces|lien)|POST /administration/donnees/.*"
						+ "|GET /administration/donnees/(noms|preuves/.*|\\{personId}(/effacement)?))");
		assertThat(sensitive).hasSizeGreaterThan(28);
		for (String endpoint : sensitive) {
			refuses(desk, endpoint, endpoint.replaceAll(".* ", ""));
			refuses(desk, endpoint, written(endpoint.replaceAll(".* ", "")));
		}
		assertThat(desk.get("/administration/comptes")).as("reading them").hasStatusOk();
		String ofInes = "/administration/comptes/" + this.ines.getId();
		assertThat(desk.post(ofInes + "/fermeture")).hasStatus(303);
		assertThat(desk.post("/connexion/mot-de-passe", "username", "ada.min@demo.example", "password", Cast.PASSWORD))
			.as("back to the page of that button")
			.hasRedirectedUrl(ofInes);
		assertThat(this.phone.isSignedIn()).as("nothing was done").isTrue();
		assertThat(desk.post(ofInes + "/fermeture")).hasRedirectedUrl(ofInes);
		assertThat(this.phone.isSignedIn()).isFalse();
	}

	/** Nothing is kept of where they were that would break the page they come back to. */
	@Test
	void oneComesBackToAPageThereIs() {
		this.cast.administrator("Ada", "Min");
		this.cast.flush();
		Device desk = new Device(this.mvc);
		Map<String, String> back = new LinkedHashMap<>();
		String person = "/administration/donnees/" + this.ines.getId();
		String structure = "/parcours/les-sources/structures/" + this.ines.getId();
		back.put("POST /financeurs/region/lecture/" + this.ines.getId() + "/acces", "/financeurs/region");
		back.put("POST " + structure + "/mandats/x/acces", structure);
		back.put("POST " + person + "/fichier.json", person);
		back.put("POST " + person + "/nom", person + "/effacement");
		back.put("POST " + person + "/effacement", person + "/effacement");
		back.put("POST /administration/donnees/noms", "/administration/donnees");
		back.put("POST /administration/donnees/gardees/x/levee", "/administration/donnees");
		back.put("GET /administration/donnees/noms?name=Invit%C3%A9e%20Mauve",
				"/administration/donnees/noms?name=Invit%C3%A9e%20Mauve");
		back.put("GET /administration/comptes/" + "x".repeat(5000) + "/modifier", "/");
		back.put("GET /administration/comptes/%7Bx%7D/modifier", "/");
		back.put("GET " + person + "?" + "x".repeat(5000), "/");
		back.put("POST /administration/donnees/nulle/part/ailleurs", "/administration/donnees");
		back.put("POST /mon-compte/connexions/" + "x".repeat(5000), "/mon-compte/connexions");
		back.put("POST /administration/comptes/" + "x".repeat(5000) + "/lien", "/");
		back.forEach((asked, page) -> {
			signIn(desk);
			later(Duration.ofMinutes(16));
			String[] parts = asked.split(" ", 2);
			assertThat(desk.send(HttpMethod.valueOf(parts[0]), parts[1])).as(asked)
				.hasRedirectedUrl("/connexion?preuve");
			assertThat(signIn(desk)).as(asked).hasRedirectedUrl(page);
		});
	}

	private static MvcTestResult signIn(Device desk) {
		return desk.post("/connexion/mot-de-passe", "username", "ada.min@demo.example", "password", Cast.PASSWORD);
	}

	/** It was somebody else's to pass on; what one sets up outlives what they may see. */
	@Test
	void norByALinkSomebodyPassedOnHoweverFresh() throws IOException {
		Device passedOn = new Device(this.mvc);
		assertThat(passedOn.post("/invitation/" + this.inviting.issueLink(this.ines.getId()))).hasRedirectedUrl("/");
		refusesAll(passedOn);
		assertThat(passedOn.get("/mon-compte/cles")).hasStatus(303).hasRedirectedUrl("/connexion?preuve");
		assertThat(Pages.document(passedOn.get("/connexion?preuve")).select("main").text())
			.contains("un lien remis par quelqu’un d’autre");
		passedOn.post("/connexion", "email", "ines.carpentier@demo.example");
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		assertThat(passedOn.post("/connexion/code", "code", code)).hasRedirectedUrl("/mon-compte/cles");
		assertThat(passedOn.get("/mon-compte/cles")).hasStatusOk();
		assertThat(passedOn.post("/mon-compte/mot-de-passe", "current", Cast.PASSWORD, "password",
				"trois péniches bleues, un jeudi"))
			.hasRedirectedUrl("/mon-compte/connexions");
	}

	/** They are in as somebody else: what is held about that person is not for them. */
	@Test
	void aLinkPassedOnNeitherTakesAwayNorChangesWhatIsHeldAboutItsOwner() throws IOException {
		Device passedOn = new Device(this.mvc);
		passedOn.post("/invitation/" + this.inviting.issueLink(this.ines.getId()));
		List<String> own = endpoints("(GET|POST) /mon-compte/mes-donnees(/.*)?|POST /mon-compte(/.*)?");
		assertThat(own).hasSizeGreaterThan(15);
		for (String endpoint : own) {
			refuses(passedOn, endpoint, endpoint.replaceAll(".* ", ""));
			refuses(passedOn, endpoint, written(endpoint.replaceAll(".* ", "")));
		}
		for (String read : List.of("/", "/mon-compte", "/mon-compte/connexions", "/mon-compte/notifications")) {
			assertThat(passedOn.get(read).getResponse().getStatus()).as(read).isEqualTo(200);
		}
		assertThat(this.phone.get("/mon-compte/mes-donnees")).as("its owner").hasStatusOk();
	}

	private static void refusesAll(Device device) throws IOException {
		List<String> sensitive = endpoints("POST /mon-compte/(courriel|mot-de-passe|cles|connexions)(/.*)?");
		assertThat(sensitive).hasSizeGreaterThan(10);
		for (String endpoint : sensitive) {
			refuses(device, endpoint, endpoint.substring(5));
			refuses(device, endpoint, written(endpoint.substring(5)));
		}
	}

	private static void refuses(Device device, String endpoint, String address) {
		assertThat(device.send(HttpMethod.valueOf(endpoint.split(" ", 2)[0]), address)).as(endpoint + " as " + address)
			.hasStatus(303)
			.hasRedirectedUrl("/connexion?preuve");
	}

	/**
	 * The same address, a letter of each part as its number: to a router it is the same.
	 */
	private static String written(String address) {
		return Pattern.compile("(?<=/)[a-z]")
			.matcher(address)
			.replaceAll((letter) -> "%%%02x".formatted((int) letter.group().charAt(0)));
	}

	private static List<String> endpoints(String which) throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/permissions.txt"))
			.stream()
			.map((line) -> line.split("\\|", 2)[0].strip())
			.filter((line) -> line.matches(which) && !line.contains("/confirmation/{"))
			.map((line) -> line.replaceAll("\\{[^}]+}", "x"))
			.toList();
	}

	private void later(Duration time) {
		this.clock.moveTo(this.clock.instant().plus(time));
	}

}
