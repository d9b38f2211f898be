package fr.faireavec.signin.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.factors.Arrival;
import fr.faireavec.factors.Factor;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.signin.Accepting;
import fr.faireavec.signin.Arriving;
import fr.faireavec.signin.Connections;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.KnownBrowsers;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.signin.SignInLookup;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The one place where a session of somebody is opened: always a new one, so that nothing
 * of the visitor's (nor of a stranger who prepared it) comes along.
 */
@Component
class Entrance implements Arrival {

	private final SignInLookup lookup;

	private final Arriving arriving;

	private final KnownBrowsers browsers;

	private final Connections connections;

	private final Throttle throttle;

	private final Visit visit;

	private final WantedPage wanted;

	private final SecurityLog log;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private final Clock clock;

	Entrance(SignInLookup lookup, Arriving arriving, KnownBrowsers browsers, Connections connections, Throttle throttle,
			Visit visit, WantedPage wanted, SecurityLog log, HttpServletRequest request, HttpServletResponse response,
			Clock clock) {
		this.lookup = lookup;
		this.arriving = arriving;
		this.browsers = browsers;
		this.connections = connections;
		this.throttle = throttle;
		this.visit = visit;
		this.wanted = wanted;
		this.log = log;
		this.request = request;
		this.response = response;
		this.clock = clock;
	}

	@Override
	public void knock() {
		this.throttle.pass(Gate.KEY, this.visit.attempt(this.request));
	}

	@Override
	public String signIn(UUID accountId, Factor shown) {
		return open(accountId, shown, null);
	}

	/** Whoever accepts an invitation. */
	String welcome(Accepting.Accepted accepted, Factor shown) {
		return open(accepted.accountId(), shown, accepted.giver());
	}

	/** A visit by a link passed on is counted apart: its owner comes in all the same. */
	private String open(UUID accountId, Factor shown, @Nullable String giver) {
		boolean handed = giver != null;
		Viewer viewer = this.lookup.viewer(accountId).orElseThrow(() -> new Refusal("signin.closed"));
		this.throttle.pass(Gate.ENTRY,
				new Throttle.Attempt((handed ? "handed " : "account ") + accountId, Network.of(this.request), null));
		boolean first = this.arriving.note(viewer);
		if (shown == Factor.MAIL && !handed) {
			this.arriving.proveMailbox(viewer.personId());
		}
		String wanted = renew(viewer, Set.of(shown), giver);
		if (!handed) {
			this.visit.give(this.response, this.browsers.remember(this.visit.mark(this.request), accountId));
		}
		this.log.note("signin.ok", Map.of("account", accountId, "factor", shown));
		return AfterSignIn.path(first, shown, wanted);
	}

	private @Nullable String renew(Viewer viewer, Set<Factor> factors, @Nullable String giver) {
		HttpSession before = this.request.getSession(false);
		String wanted = this.wanted.take(this.request, this.response);
		if (before != null) {
			before.invalidate();
		}
		if (giver != null) {
			this.connections.endHanded(viewer.accountId());
		}
		else {
			this.connections.makeRoom(viewer.accountId());
		}
		HttpSession session = this.request.getSession(true);
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, viewer.accountId().toString());
		session.setAttribute(SessionFacts.ACCOUNT, viewer.accountId().toString());
		session.setAttribute(SessionFacts.FACTORS, SessionPresence.written(factors));
		session.setAttribute(SessionFacts.SINCE, this.clock.millis());
		session.setAttribute(SessionFacts.BROWSER, BrowserWords.of(this.request.getHeader("User-Agent")));
		Duration longest = viewer.isStaff() ? SessionConfiguration.STAFF_LONGEST : SessionConfiguration.LONGEST;
		if (giver != null) {
			session.setAttribute(SessionFacts.HANDED, giver);
			longest = SessionConfiguration.HANDED_LONGEST;
		}
		session.setAttribute(SessionFacts.LONGEST, longest.toMillis());
		session
			.setMaxInactiveInterval((int) (viewer.isStaff() ? SessionConfiguration.STAFF_IDLE : longest).toSeconds());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new ViewerAuthentication(viewer, factors));
		SecurityContextHolder.setContext(context);
		return wanted;
	}

}
