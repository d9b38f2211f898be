package fr.faireavec;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.StrictTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What every answer forbids the browser, whatever was asked and however it ended. */
@StrictTest
class ResponseHeadersTests {

	private static final Map<String, String> EVERYWHERE = new LinkedHashMap<>(Map.of("Strict-Transport-Security",
			"max-age=31536000 ; includeSubDomains", "X-Content-Type-Options", "nosniff", "Referrer-Policy",
			"same-origin", "Permissions-Policy", "camera=()", "Cross-Origin-Opener-Policy", "same-origin",
			"X-Frame-Options", "DENY", "Cross-Origin-Resource-Policy", "same-origin"));

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Test
	void everyEndpointWhoeverAsks() {
		var admin = this.cast.as(this.cast.administrator("Ada", "Min"));
		List<String> wrong = new ArrayList<>();
		for (String endpoint : endpoints()) {
			HttpMethod method = HttpMethod.valueOf(endpoint.substring(0, endpoint.indexOf(' ')));
			URI address = URI.create(endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "x"));
			MockHttpServletResponse anonymous = this.mvc.method(method)
				.uri(address)
				.with(csrf())
				.exchange()
				.getResponse();
			MockHttpServletResponse known = this.mvc.method(method)
				.uri(address)
				.with(admin)
				.with(csrf())
				.exchange()
				.getResponse();
			check(endpoint + " to anybody", anonymous::getHeader, true, wrong);
			check(endpoint + " to the administration", known::getHeader, true, wrong);
		}
		assertThat(wrong).isEmpty();
	}

	/** Over the wire: what is refused before any page, or by the server itself. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /connexion", "GET /nulle-part", "GET /administration", "GET /css/tokens.css",
			"GET /js/app.js", "GET /actuator/health", "GET /actuator/env", "GET /a;b=c", "GET //double",
			"GET /parcours/%0d%0aSet-Cookie:x", "FOO /", "OPTIONS /", "DELETE /connexion", "PUT /connexion",
			"POST /connexion", "POST /securite/rapports", "HEAD /connexion" })
	void theRefusedOnesToo(String request) throws IOException {
		Map<String, String> headers = raw(request + " HTTP/1.1\r\nHost: evil.example\r\n");
		List<String> wrong = new ArrayList<>();
		boolean file = request.contains("/css/") || request.contains("/js/");
		check(request, headers::get, !file, wrong);
		assertThat(wrong).isEmpty();
		assertThat(headers.values()).as("the host of the request is never repeated")
			.noneMatch((value) -> value.contains("evil.example"));
		assertThat(headers).doesNotContainKeys("server", "x-powered-by", "server-timing");
	}

	/** Even what never reaches the application. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /%2e%2e/ HTTP/1.1", "GET /%00 HTTP/1.1", "TRACE / HTTP/1.1", "GET / HTTP/9.9",
			"GET /a b c HTTP/1.1", "GET /\u0001 HTTP/1.1", "GET / HTTP/1.1\r\nHost: b",
			"GET / HTTP/1.1\r\nBad header" })
	void theServerItselfRefusesTheRest(String request) throws IOException {
		Map<String, String> headers = raw(request + "\r\nHost: evil.example\r\n");
		assertThat(headers.get(":status")).isIn("400", "405", "505");
		assertThat(headers).containsEntry("x-content-type-options", "nosniff").containsEntry("x-frame-options", "DENY");
		assertThat(headers.get("strict-transport-security")).contains("max-age=31536000", "includeSubDomains");
		assertThat(headers.get("content-security-policy")).contains("frame-ancestors 'none'", "default-src 'none'");
		assertThat(headers).doesNotContainKeys("server", "set-cookie", "x-powered-by");
	}

	@Test
	void theCookiesAreKeptToThisHost() throws IOException {
		keptToThisHost("__Host-formulaire=", raw("GET /connexion HTTP/1.1\r\nHost: parcours.example\r\n"));
		keptToThisHost("__Host-page=",
				raw("GET /mon-compte HTTP/1.1\r\nHost: parcours.example\r\nAccept: text/html\r\n"));
	}

	/** A form's token is masked: here by nothing at all. */
	@Test
	void theSessionsCookieIsKeptToThisHost() throws IOException {
		String token = "0123456789abcdef0123456789abcdef0123";
		String sent = Base64.getUrlEncoder()
			.encodeToString(("\0".repeat(token.length()) + token).getBytes(StandardCharsets.US_ASCII));
		keptToThisHost("__Host-session=", raw("POST /connexion?email=personne@demo.example&_csrf=" + sent
				+ " HTTP/1.1\r\nHost: parcours.example\r\nCookie: __Host-formulaire=" + token + "\r\n"));
	}

	private static void keptToThisHost(String name, Map<String, String> headers) {
		assertThat(headers.get("set-cookie")).startsWith(name)
			.contains("Path=/")
			.contains("Secure")
			.contains("HttpOnly")
			.contains("SameSite=Lax")
			.doesNotContain("Domain");
	}

	/** Only a named proxy is believed about the protocol; nobody about the host. */
	@Test
	void aRedirectNamesNoHost() throws IOException {
		Map<String, String> headers = raw(
				"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n");
		assertThat(headers.get("location")).isEqualTo("/connexion");
	}

	@Test
	void theHealthSaysNoMoreThanThatAndNothingElseIsThere() throws IOException {
		assertThat(raw("GET /actuator/health HTTP/1.1\r\nHost: x\r\n").get(":status")).isEqualTo("200");
		for (String closed : List.of("env", "beans", "heapdump", "mappings", "loggers", "info", "prometheus")) {
			assertThat(raw("GET /actuator/" + closed + " HTTP/1.1\r\nHost: x\r\n").get(":status")).as(closed)
				.isIn("302", "404");
		}
	}

	private static void check(String what, Function<String, @Nullable String> header, boolean personal,
			List<String> wrong) {
		EVERYWHERE.forEach((name, value) -> {
			String said = said(header, name);
			if (!said.contains(value)) {
				wrong.add(what + ": " + name + " is « " + said + " »");
			}
		});
		String policy = said(header, "Content-Security-Policy");
		if (policy.contains("unsafe") || policy.contains("*") || policy.contains("http:")
				|| !List
					.of("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
							"form-action 'self'", "script-src 'self';", "style-src 'self';", "report-to csp")
					.stream()
					.allMatch(policy::contains)) {
			wrong.add(what + ": policy is « " + policy + " »");
		}
		if (personal && !said(header, "Cache-Control").contains("no-store")) {
			wrong.add(what + " may be kept: « " + said(header, "Cache-Control") + " »");
		}
	}

	private static String said(Function<String, @Nullable String> header, String name) {
		String value = header.apply(name);
		if (value == null) {
			value = header.apply(name.toLowerCase(java.util.Locale.ROOT));
		}
		return (value != null) ? value : "";
	}

	/**
	 * One request as bytes; the answer's headers in lower case, the status as « :status
	 * ».
	 */
	private Map<String, String> raw(String head) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			OutputStream out = socket.getOutputStream();
			out.write((head + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			out.flush();
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			String[] lines = answer.split("\r\n\r\n", 2)[0].split("\r\n", -1);
			Map<String, String> headers = new LinkedHashMap<>();
			headers.put(":status", lines[0].split(" ", 3)[1]);
			for (int n = 1; n < lines.length; n++) {
				int colon = lines[n].indexOf(':');
				headers.put(lines[n].substring(0, colon).toLowerCase(java.util.Locale.ROOT),
						lines[n].substring(colon + 1).strip());
			}
			return headers;
		}
	}

	private static List<String> endpoints() {
		try {
			return Files.readAllLines(Path.of("src/test/resources/permissions.txt"))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\|", 2)[0].strip())
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
