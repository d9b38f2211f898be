package fr.faireavec.signin.web;

import fr.faireavec.signin.SessionFacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The token every form carries. Somebody signed in has theirs in their session; everybody
 * else has one in a cookie that no other site, nor subdomain where it is served over
 * https, can set: reading a page writes nothing here, and one left open for hours is
 * still good.
 */
class FormTokens implements CsrfTokenRepository {

	private static final String NAME = "formulaire";

	private final DrawnTokens ofSessions = new DrawnTokens();

	private final CookieCsrfTokenRepository ofBrowsers = new CookieCsrfTokenRepository();

	FormTokens(boolean secure) {
		this.ofBrowsers.setCookieName(secure ? "__Host-" + NAME : NAME);
		this.ofBrowsers.setHeaderName("X-CSRF-TOKEN");
		this.ofBrowsers.setCookiePath("/");
		this.ofBrowsers.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.ofSessions.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		of(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return of(request).loadToken(request);
	}

	private CsrfTokenRepository of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(SessionFacts.ACCOUNT) != null) ? this.ofSessions
				: this.ofBrowsers;
	}

}
