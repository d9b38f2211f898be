package fr.faireavec.signin.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The doors' forms, sent by a browser over a port, with their token or without. */
@IntegrationTest
class LateSignInTests {

	private static final String INES = "ines.carpentier@demo.example";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "/connexion, email, #email", "/connexion/code, email, #email",
			"/connexion/mot-de-passe, username, #username", "/connexion/mot-de-passe/oublie, email, #email" })
	void aPageOpenForTooLongIsShownAgainWithItsAddress(String door, String field, String shown) throws Exception {
		HttpResponse<String> answer = send(HttpClient.newHttpClient(), door, "same-origin",
				field + "=" + INES + "&password=un-secret-jamais-montre&code=482913");
		assertThat(answer.statusCode()).isEqualTo(403);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("main [role=status]").text()).contains("rien n’a été envoyé");
		assertThat(page.select(shown).val()).isEqualTo(INES);
		assertThat(page.select("main form input[name=_csrf]")).isNotEmpty();
		assertThat(answer.body()).doesNotContain("Écrivez à l’animation", "un-secret", "482913");
	}

	@Test
	void anotherSiteFillsNothingIn() throws Exception {
		HttpResponse<String> answer = send(HttpClient.newHttpClient(), "/connexion", "cross-site", "email=" + INES);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).doesNotContain(INES);
	}

	@ParameterizedTest
	@CsvSource({ "/invitation/rien", "/invitation/rien/mot-de-passe", "/connexion/lien/rien",
			"/connexion/mot-de-passe/nouveau/rien", "/mon-compte/courriel/confirmation/rien" })
	void aLinkThatCameTooLateIsItsPageAgain(String link) throws Exception {
		HttpResponse<String> answer = send(HttpClient.newHttpClient(), link, "same-origin", "password=x");
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).contains("ne sert plus");
		assertThat(answer.body()).doesNotContain("Écrivez à l’animation");
	}

	/**
	 * The token is the browser's, not of a session that ends: an hour is nothing to it.
	 */
	@Test
	void aPageLeftOpenIsStillGood() throws Exception {
		HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
		HttpResponse<String> door = browser.send(HttpRequest.newBuilder(address("/connexion")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(door.headers().allValues("set-cookie")).singleElement()
			.asString()
			.startsWith("formulaire=")
			.contains("HttpOnly", "SameSite=Lax")
			.doesNotContain("Max-Age");
		String token = Jsoup.parse(door.body()).select("input[name=_csrf]").getFirst().val();
		String sent = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&username=personne@demo.example";
		assertThat(send(browser, "/connexion/mot-de-passe", "same-origin", sent + "&password=x").statusCode())
			.isEqualTo(422);
		assertThat(send(HttpClient.newHttpClient(), "/connexion/mot-de-passe", "same-origin", sent + "&password=x")
			.statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> send(HttpClient browser, String door, String site, String body)
			throws IOException, InterruptedException {
		return browser.send(HttpRequest.newBuilder(address(door))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.header("Sec-Fetch-Site", site)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
