package fr.faireavec.signin.web;

import fr.faireavec.signin.SessionFacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Remembers which page somebody wanted when they were asked to sign in: its path, and
 * only for a page.
 */
class WantedPage implements RequestCache {

	private static final int LONGEST = 400;

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String query = request.getQueryString();
		String path = request.getRequestURI() + ((query != null) ? "?" + query : "");
		String accepted = request.getHeader("Accept");
		boolean page = "GET".equals(request.getMethod()) && accepted != null && accepted.contains("text/html")
				&& request.getHeader("HX-Request") == null;
		if (page && path.length() <= LONGEST && isHere(path) && !"/".equals(path)) {
			request.getSession().setAttribute(SessionFacts.WANTED, path);
		}
	}

	/** Where a session's owner wanted to go; null without such a page. */
	static @Nullable String of(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(SessionFacts.WANTED) instanceof String path && isHere(path))
				? path : null;
	}

	private static boolean isHere(String path) {
		return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		// Goes with the session in which it was kept.
	}

}
