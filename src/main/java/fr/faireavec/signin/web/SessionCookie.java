package fr.faireavec.signin.web;

import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session's cookie. Where it is served over https no other site, subdomain or path
 * can set it (« __Host- »). It lasts as long as the session may: for the animation and
 * the administration, until the browser is closed.
 */
class SessionCookie extends DefaultCookieSerializer {

	static final String NAME = "session";

	SessionCookie(boolean secure, String path) {
		setCookieName(name(secure));
		setUseSecureCookie(secure);
		setUseHttpOnlyCookie(true);
		setSameSite("Lax");
		setCookiePath(secure ? "/" : path);
		setUseBase64Encoding(false);
	}

	static String name(boolean secure) {
		return secure ? "__Host-" + NAME : NAME;
	}

	@Override
	public void writeCookieValue(CookieValue cookie) {
		var session = cookie.getRequest().getSession(false);
		if (!cookie.getCookieValue().isEmpty() && session != null
				&& session.getMaxInactiveInterval() > SessionConfiguration.STAFF_IDLE.toSeconds()) {
			cookie.setCookieMaxAge(session.getMaxInactiveInterval());
		}
		super.writeCookieValue(cookie);
	}

}
