package fr.faireavec.signing.web;

import java.time.Duration;
import java.util.Arrays;

import fr.faireavec.kernel.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a phone keeps for the day, for « la salle » alone. */
@Component
class PhoneCookie {

	private static final String NAME = "salle";

	private static final Duration DAY = Duration.ofHours(18);

	private final BaseUrl base;

	PhoneCookie(BaseUrl base) {
		this.base = base;
	}

	@Nullable String read(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? null
				: Arrays.stream(cookies)
					.filter((cookie) -> NAME.equals(cookie.getName()))
					.map(Cookie::getValue)
					.findFirst()
					.orElse(null);
	}

	void give(@Nullable String token, HttpServletResponse response) {
		if (token != null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(NAME, token)
						.path("/salle")
						.httpOnly(true)
						.secure(this.base.isSecure())
						.sameSite("Lax")
						.maxAge(DAY)
						.build()
						.toString());
		}
	}

}
