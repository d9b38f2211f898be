package fr.faireavec.factors;

import java.io.IOException;
import java.util.List;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.web.AskedPath;
import fr.faireavec.web.StaticPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands behind the door: whoever must show more than they have gets no further than the
 * page where they can, or, having nothing to show yet, the one where they set it up.
 */
public class SecondFactorGate extends OncePerRequestFilter {

	/** Where more is shown. */
	public static final String ASKING = "/connexion/second-facteur";

	/** Where something to show is set up. */
	public static final String SETTING_UP = "/mon-compte/cles";

	/** Of the session: the path somebody was on their way to. */
	public static final String DESTINATION = "second-factor.destination";

	private static final List<String> ALWAYS_OPEN = List.of(ASKING, "/connexion", "/deconnexion", "/error",
			"/confidentialite");

	/** Open to who has nothing strong yet: a password is half of one of the two ways. */
	private static final List<String> OPEN_TO_SET_UP = List.of(SETTING_UP, "/mon-compte/mot-de-passe");

	private final SecondFactorPolicy policy;

	private final StrongMeans means;

	private final Presence presence;

	public SecondFactorGate(SecondFactorPolicy policy, StrongMeans means, Presence presence) {
		this.policy = policy;
		this.means = means;
		this.presence = presence;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		if (known == null || !(known.getPrincipal() instanceof Viewer viewer)
				|| this.policy.lets(viewer, this.presence.shown()) || StaticPaths.hold(request)
				|| isUnder(ALWAYS_OPEN, request)) {
			chain.doFilter(request, response);
			return;
		}
		boolean nothingToShow = !this.means.of(viewer.accountId()).isStrong();
		if (nothingToShow && isUnder(OPEN_TO_SET_UP, request)) {
			chain.doFilter(request, response);
			return;
		}
		if ("GET".equals(request.getMethod())) {
			String query = request.getQueryString();
			request.getSession()
				.setAttribute(DESTINATION, request.getRequestURI() + ((query != null) ? "?" + query : ""));
		}
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader("Location", nothingToShow ? SETTING_UP : ASKING);
	}

	private static boolean isUnder(List<String> paths, HttpServletRequest request) {
		String here = AskedPath.of(request);
		return paths.stream().anyMatch((path) -> here.equals(path) || here.startsWith(path + "/"));
	}

}
