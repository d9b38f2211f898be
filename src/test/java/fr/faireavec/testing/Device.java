package fr.faireavec.testing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Somebody's browser: it keeps its cookies from one request to the next. */
public class Device {

	private final MockMvcTester mvc;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final String network;

	public Device(MockMvcTester mvc) {
		this(mvc, "127.0.0.1");
	}

	public Device(MockMvcTester mvc, String network) {
		this.mvc = mvc;
		this.network = network;
	}

	public MvcTestResult get(String address) {
		return send(HttpMethod.GET, address);
	}

	/** Sends a form with its token: name, value, name, value… */
	public MvcTestResult post(String address, String... fields) {
		return send(HttpMethod.POST, address, fields);
	}

	/** Sends what a script of ours would, with its token. */
	public MvcTestResult script(String address, String body) {
		return exchanged(
				request(HttpMethod.POST, address, "application/json").contentType("application/json").content(body));
	}

	public MvcTestResult send(HttpMethod method, String address, String... fields) {
		var request = request(method, address, "text/html");
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return exchanged(request);
	}

	private MockMvcTester.MockMvcRequestBuilder request(HttpMethod method, String address, String accepted) {
		var request = this.mvc.method(method)
			.uri(URI.create(address))
			.accept(accepted)
			.header("User-Agent", "Mozilla/5.0 (Android 15; Mobile) Firefox/145.0")
			.with((raw) -> {
				raw.setRemoteAddr(this.network);
				return raw;
			});
		if (!this.cookies.isEmpty()) {
			request = request.cookie(this.cookies.entrySet()
				.stream()
				.map((entry) -> new Cookie(entry.getKey(), entry.getValue()))
				.toArray(Cookie[]::new));
		}
		return HttpMethod.POST.equals(method) ? request.with(csrf()) : request;
	}

	private MvcTestResult exchanged(MockMvcTester.MockMvcRequestBuilder request) {
		MvcTestResult result = request.exchange();
		for (Cookie cookie : result.getResponse().getCookies()) {
			if (cookie.getMaxAge() == 0) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie.getValue());
			}
		}
		return result;
	}

	public @Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	/** Another device that carries the same cookies. */
	public Device copy() {
		Device copy = new Device(this.mvc, this.network);
		copy.cookies.putAll(this.cookies);
		return copy;
	}

	/** Whether somebody is signed in here. */
	public boolean isSignedIn() {
		return get("/mon-compte").getResponse().getStatus() == 200;
	}

}
