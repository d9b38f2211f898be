package fr.faireavec.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A form sent once its session is over: its text to be copied, never its secrets. */
@IntegrationTest
class LateFormTests {

	private static final String[] FORM = { "title", "Le titre que j’écrivais", "password", "le-nouveau-mot-de-passe",
			"current", "l-ancien-mot-de-passe", "code", "482913 ", "lines[0].password", "un-troisieme" };

	@LocalServerPort
	private int port;

	@Test
	void textIsShownToBeCopiedAndSecretsAreNot() throws Exception {
		String page = post("/mon-compte/mot-de-passe", "Sec-Fetch-Site", "same-origin", FORM);
		assertThat(Jsoup.parse(page).select(".typed").eachText()).containsExactly("Le titre que j’écrivais");
		assertThat(page).doesNotContain("mot-de-passe\"", "le-nouveau", "l-ancien", "482913", "un-troisieme");
	}

	/** {port} stands for where the application listens. */
	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, same-origin, true", "Sec-Fetch-Site, cross-site, false",
			"Sec-Fetch-Site, same-site, false", "Sec-Fetch-Site, none, false", "Origin, http://localhost:{port}, true",
			"Origin, https://evil.example, false", "Origin, null, false", "Origin, http://localhost:1, false",
			"Origin, http://localhost:{port}.evil.example, false", "Referer, http://localhost:{port}/a?b=c, true",
			"Referer, https://evil.example/http://localhost:{port}/, false", "Referer, not an address, false",
			"X-Requested-With, us, false" })
	void nothingIsShownUnlessItComesFromOurPages(String header, String value, boolean shown) throws Exception {
		String page = post("/structures/x", header, value.replace("{port}", Integer.toString(this.port)), FORM);
		assertThat(page.contains("Le titre que j’écrivais")).isEqualTo(shown);
	}

	@Test
	void everyPasswordAndEveryCodeOfTheTemplatesIsDeclaredSecret() throws IOException {
		Pattern called = Pattern.compile("field :: (?:password|code)\\('([^']+)'");
		Pattern written = Pattern
			.compile("<input[^>]*(?:type=\"password\"|one-time-code|(?:current|new)-password)[^>]*>");
		Pattern named = Pattern.compile(" name=\"([^\"]+)\"");
		List<String> secrets = new ArrayList<>();
		for (String template : templates()) {
			called.matcher(template).results().forEach((found) -> secrets.add(found.group(1)));
			written.matcher(template).results().forEach((found) -> {
				Matcher name = named.matcher(found.group());
				if (name.find()) {
					secrets.add(name.group(1));
				}
			});
		}
		assertThat(secrets).contains("password", "current", "code").hasSizeGreaterThan(8);
		assertThat(secrets).allMatch(SecretFields::has);
	}

	private static List<String> templates() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html")).map((file) -> {
				try {
					return Files.readString(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).toList();
		}
	}

	private String post(String address, String header, String value, String... fields)
			throws IOException, InterruptedException {
		List<String> body = new ArrayList<>();
		for (int i = 0; i < fields.length; i += 2) {
			body.add(URLEncoder.encode(fields[i], StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.header(header, value)
			.POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(403);
			return answer.body();
		}
	}

}
