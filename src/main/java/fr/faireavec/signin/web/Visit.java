package fr.faireavec.signin.web;

import java.time.Duration;
import java.util.Arrays;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.signin.KnownBrowsers;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Where a request comes from: its network, and a browser known from before. */
@Component
class Visit {

	private final KnownBrowsers browsers;

	private final BaseUrl base;

	Visit(KnownBrowsers browsers, BaseUrl base) {
		this.browsers = browsers;
		this.base = base;
	}

	Throttle.Attempt attempt(HttpServletRequest request, String email) {
		return new Throttle.Attempt(email, Network.of(request),
				this.browsers.recognise(mark(request), email).orElse(null));
	}

	Throttle.Attempt attempt(HttpServletRequest request) {
		return Throttle.Attempt.from(Network.of(request));
	}

	@Nullable String mark(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? null
				: Arrays.stream(cookies)
					.filter((cookie) -> name().equals(cookie.getName()))
					.map(Cookie::getValue)
					.findFirst()
					.orElse(null);
	}

	/** Lets the browser keep its mark; only signing in reads it. */
	void give(HttpServletResponse response, String mark) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name(), mark)
					.httpOnly(true)
					.secure(this.base.isSecure())
					.sameSite("Lax")
					.path("/")
					.maxAge(Duration.ofDays(395))
					.build()
					.toString());
	}

	private String name() {
		return this.base.isSecure() ? "__Host-appareil" : "appareil";
	}

}
