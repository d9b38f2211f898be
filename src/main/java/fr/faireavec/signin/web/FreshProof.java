package fr.faireavec.signin.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.signin.SessionFacts;
import fr.faireavec.web.AskedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Changing how one comes in, and ending connections, is for whoever showed a short while
 * ago who they are: a session left open on somebody's desk is not enough, nor ever one
 * opened by a link that somebody passed on, who may have kept it: what it set up would
 * outlive what its giver may see. Such a visit changes nothing else about its owner
 * either, and takes nothing away of what is held about them, which tells of places its
 * giver never saw. So is changing how somebody else comes in: by their account, by their
 * address, by a link to pass on; and taking away or erasing what is held about others.
 * They sign in again, by whichever way, and come back to the page.
 */
class FreshProof extends OncePerRequestFilter {

	static final Duration RECENT = Duration.ofMinutes(15);

	/** Where one signs in although one is in. */
	static final String ASKING = "/connexion?preuve";

	private static final List<String> ASKED = List.of("/mon-compte/courriel", "/mon-compte/mot-de-passe",
			"/mon-compte/cles");

	/** Of a letter, which may be opened anywhere. */
	private static final String LETTER = "/mon-compte/courriel/confirmation/";

	/** Reading it is for everybody who is in. */
	private static final String CONNECTIONS = "/mon-compte/connexions";

	/** Reading these is for whoever is in by a link passed on, too. */
	private static final String ACCOUNT = "/mon-compte";

	/** Typed into: asked before, so that nothing typed is lost. */
	private static final Pattern TYPED = Pattern.compile(
			"/administration/comptes/(nouveau|[^/]+/modifier)|/parcours/[^/]+/structures/[^/]+/mandats/[^/]+/(adresse(/.*)?|personne)"
					+ "|/administration/donnees/(preuves/[^/]+|(?!registre$)[^/]+(/effacement)?)");

	/** The other acts of the administration that have a page of their own. */
	private static final Pattern SHOWN = Pattern.compile("/administration/comptes/[^/]+/reunion/[^/]+");

	/** Those that are a button of another page, and that page; the first that fits. */
	private static final List<Button> BUTTONS = List.of(new Button("(/administration/comptes/[^/]+)/.*", "$1"),
			new Button("(/administration/donnees/[^/]+)/nom", "$1/effacement"),
			new Button("(/administration/donnees/[^/]+)/(fichier[.].*|demande|refus)", "$1"),
			new Button("(/administration/donnees)/.*", "$1"),
			new Button("(/financeurs/[^/]+)/lecture/[^/]+/acces", "$1"),
			new Button("(/parcours/[^/]+/structures/[^/]+)/mandats/[^/]+/acces", "$1"));

	/** Its page needs a question that a button's address does not have. */
	private static final String NAMES = "/administration/donnees/noms";

	private static final String DATA = "/mon-compte/mes-donnees";

	/** The address one's own calendar reads stays with whoever has it. */
	private static final String AGENDA = "/agenda";

	private final WantedPage wanted;

	private final Clock clock;

	FreshProof(WantedPage wanted, Clock clock) {
		this.wanted = wanted;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean known = SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication;
		HttpSession session = known ? request.getSession(false) : null;
		String page = (session != null) ? askedFor(request, session) : null;
		if (page == null) {
			chain.doFilter(request, response);
			return;
		}
		this.wanted.keep(page, request, response);
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader("Location", request.getContextPath() + ASKING);
	}

	/** The page to come back to, if this session must show more for what is asked. */
	private @Nullable String askedFor(HttpServletRequest request, HttpSession session) {
		String here = AskedPath.of(request);
		boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
		if (here.startsWith(LETTER)) {
			return null;
		}
		String recently = recently(here, reads);
		if (recently != null) {
			return isRecent(session) ? null : recently + (reads ? asked(request) : "");
		}
		return isHanded(session) ? themselves(here, reads) : null;
	}

	/** Of what needs a recent proof. */
	private static @Nullable String recently(String here, boolean reads) {
		if (!reads && here.startsWith(CONNECTIONS + "/")) {
			return CONNECTIONS;
		}
		boolean typed = TYPED.matcher(here).matches() && (reads || !here.equals(NAMES));
		if (typed || (!reads && SHOWN.matcher(here).matches())) {
			return here;
		}
		String shown = reads ? null
				: BUTTONS.stream().map((button) -> button.page(here)).filter(Objects::nonNull).findFirst().orElse(null);
		return (shown != null) ? shown : ASKED.stream().filter((page) -> isUnder(page, here)).findFirst().orElse(null);
	}

	/** Of what nobody does for somebody else. */
	private static @Nullable String themselves(String here, boolean reads) {
		if (isUnder(DATA, here)) {
			return DATA;
		}
		return reads ? null : isUnder(ACCOUNT, here) ? ACCOUNT : isUnder(AGENDA, here) ? AGENDA : null;
	}

	private static String asked(HttpServletRequest request) {
		return (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
	}

	private static boolean isUnder(String page, String here) {
		return here.equals(page) || here.startsWith(page + "/");
	}

	/** Whether it was opened by a link that somebody handed out. */
	static boolean isHanded(@Nullable HttpSession session) {
		return session != null && session.getAttribute(SessionFacts.HANDED) != null;
	}

	private boolean isRecent(HttpSession session) {
		if (isHanded(session)) {
			return false;
		}
		long latest = Math.max(moment(session, SessionFacts.SINCE), moment(session, SessionFacts.PROVED));
		return this.clock.millis() - latest <= RECENT.toMillis();
	}

	private static long moment(HttpSession session, String fact) {
		return (session.getAttribute(fact) instanceof Long known) ? known : 0;
	}

	/** What is asked, and the page on which it is asked. */
	private record Button(Pattern act, String shownOn) {

		Button(String act, String shownOn) {
			this(Pattern.compile(act), shownOn);
		}

		@Nullable String page(String here) {
			Matcher asked = this.act.matcher(here);
			return asked.matches() ? asked.replaceFirst(this.shownOn) : null;
		}

	}

}
