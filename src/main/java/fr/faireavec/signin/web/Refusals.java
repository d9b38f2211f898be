package fr.faireavec.signin.web;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import fr.faireavec.web.AskedPath;
import fr.faireavec.web.OurPages;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What somebody may not see reads as if it were not there; a form without its token gets
 * a page that keeps its text; one of the doors, its page again.
 */
class Refusals implements AccessDeniedHandler {

	/** What opens something, in the address of a link: not for a log. */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,}");

	private final SecurityLog log;

	private final OurPages ours;

	Refusals(SecurityLog log, OurPages ours) {
		this.log = log;
		this.ours = ours;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		boolean staleForm = denied instanceof CsrfException;
		this.log.note(staleForm ? "csrf.refused" : "access.denied",
				Map.of("method", request.getMethod(), "path", TOKEN.matcher(AskedPath.of(request)).replaceAll("*")));
		String page = (staleForm && isNobody()) ? LateSignIn.pageOf(request) : null;
		if (page != null) {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			request.getRequestDispatcher(page).forward(LateSignIn.asItsPage(request, this.ours), response);
			return;
		}
		response.sendError(staleForm ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
	}

	/** The token is looked at before the account: a session says whose it is. */
	private static boolean isNobody() {
		return !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn);
	}

}
