package fr.faireavec.signin.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.signin.Reach;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.signin.SignInLookup;
import fr.faireavec.web.SecurityLog;
import fr.faireavec.web.StaticPaths;
import fr.faireavec.accounts.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account anew at each request: one disabled since the last is signed out, a
 * role given or taken counts at once. Whoever came in by a link passed on stays within
 * what its giver still sees.
 */
class StandingFilter extends OncePerRequestFilter {

	private final SignInLookup lookup;

	private final Reach reach;

	private final SecurityLog log;

	StandingFilter(SignInLookup lookup, Reach reach, SecurityLog log) {
		this.lookup = lookup;
		this.reach = reach;
		this.log = log;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		if (known instanceof SignedIn signedIn) {
			Optional<Viewer> viewer = this.lookup.viewer(signedIn.accountId());
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			HttpSession session = request.getSession(false);
			boolean covered = viewer.isPresent() && isCovered(session, viewer.get());
			if (viewer.isPresent() && covered) {
				context.setAuthentication(new ViewerAuthentication(viewer.get(), signedIn.factors()));
				hurry(request, viewer.get());
			}
			else {
				this.log.note("session.ended",
						Map.of("account", signedIn.accountId(), "why", viewer.isPresent() ? "beyond" : "closed"));
				if (session != null) {
					session.invalidate();
				}
			}
			SecurityContextHolder.setContext(context);
		}
		chain.doFilter(request, response);
	}

	/**
	 * Printed on the console, a link has no giver: whoever reads that holds the house.
	 */
	private boolean isCovered(@Nullable HttpSession session, Viewer owner) {
		Object giver = (session != null) ? session.getAttribute(SessionFacts.HANDED) : null;
		if (giver == null || SessionFacts.CONSOLE.equals(giver)) {
			return true;
		}
		try {
			return this.reach.covers(UUID.fromString(giver.toString()), owner.personId());
		}
		catch (IllegalArgumentException nobody) {
			return false;
		}
	}

	/** Whoever was given a role since they came in stays no longer than the others. */
	private static void hurry(HttpServletRequest request, Viewer viewer) {
		HttpSession session = viewer.isStaff() ? request.getSession(false) : null;
		int longest = (int) SessionConfiguration.STAFF_IDLE.toSeconds();
		if (session != null && session.getMaxInactiveInterval() > longest) {
			session.setMaxInactiveInterval(longest);
		}
		long inAll = SessionConfiguration.STAFF_LONGEST.toMillis();
		if (session != null && !(session.getAttribute(SessionFacts.LONGEST) instanceof Long known && known <= inAll)) {
			session.setAttribute(SessionFacts.LONGEST, inAll);
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return StaticPaths.hold(request);
	}

}
