package fr.faireavec.signin.web;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookieTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void overHttpsNoOtherSiteOrPathCanSetIt() {
		assertThat(written(true)).startsWith("__Host-session=abc;")
			.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain", "Max-Age");
	}

	@Test
	void theDemoOnThisMachineHasAPlainOne() {
		assertThat(written(false)).startsWith("session=abc;")
			.contains("; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Secure");
	}

	@Test
	void itLastsAsLongAsTheSession() {
		this.request.getSession().setMaxInactiveInterval((int) SessionConfiguration.LONGEST.toSeconds());
		assertThat(written(true)).contains("; Max-Age=2592000;");
	}

	@Test
	void aBrowserIsNamedAsItsOwnerWould() {
		assertThat(BrowserWords.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
				+ "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"))
			.isEqualTo("Edge/Windows");
		assertThat(BrowserWords.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
				+ "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"))
			.isEqualTo("Safari/iPhone");
		assertThat(BrowserWords.of("<script>")).isEqualTo("/");
		assertThat(BrowserWords.of(null)).isEqualTo("/");
	}

	private String written(boolean secure) {
		new SessionCookie(secure, "/").writeCookieValue(new CookieValue(this.request, this.response, "abc"));
		return String.valueOf(this.response.getHeader("Set-Cookie"));
	}

}
