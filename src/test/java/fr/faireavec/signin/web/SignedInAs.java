package fr.faireavec.signin.web;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.factors.Factor;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.signin.SessionFacts;
import jakarta.servlet.http.Cookie;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Signs an account in for one MockMvc request: with a session of its own in the database,
 * as signing in leaves it, and its cookie.
 */
public final class SignedInAs {

	private SignedInAs() {
	}

	/** With a password. */
	public static RequestPostProcessor account(UUID accountId) {
		return account(accountId, Factor.PASSWORD);
	}

	/** With what was shown. */
	public static RequestPostProcessor account(UUID accountId, Factor... shown) {
		return (request) -> {
			ApplicationContext context = WebApplicationContextUtils
				.getRequiredWebApplicationContext(request.getServletContext());
			Cookie session = new Cookie(SessionCookie.name(context.getBean(BaseUrl.class).isSecure()),
					open(context, accountId, Set.of(shown)));
			Cookie[] before = request.getCookies();
			request.setCookies(Stream.concat((before != null) ? Arrays.stream(before) : Stream.of(), Stream.of(session))
				.toArray(Cookie[]::new));
			return request;
		};
	}

	/** Leaves a session in the database; its id is the cookie's value. */
	public static String open(ApplicationContext context, UUID accountId, Set<Factor> shown) {
		SparingSessions sessions = context.getBean(SparingSessions.class);
		SparingSessions.Kept session = sessions.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, accountId.toString());
		session.setAttribute(SessionFacts.ACCOUNT, accountId.toString());
		session.setAttribute(SessionFacts.FACTORS, SessionPresence.written(shown));
		session.setAttribute(SessionFacts.SINCE, context.getBean(java.time.Clock.class).millis());
		session.setAttribute(SessionFacts.BROWSER, "Firefox/Linux");
		session.setAttribute(HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN",
				new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "the-token-of-a-test"));
		sessions.save(session);
		return session.getId();
	}

}
