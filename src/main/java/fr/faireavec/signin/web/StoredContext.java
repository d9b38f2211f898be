package fr.faireavec.signin.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.factors.Factor;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Reads from the session which account it is of; writes nothing, as only {@link Entrance}
 * opens one. A session that says it badly is nobody's.
 */
class StoredContext implements SecurityContextRepository {

	private final SecurityLog log;

	StoredContext(SecurityLog log) {
		this.log = log;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new DeferredSecurityContext() {

			private boolean generated;

			private SecurityContext context = SecurityContextHolder.createEmptyContext();

			private boolean read;

			@Override
			public SecurityContext get() {
				if (!this.read) {
					this.read = true;
					SignedIn known = signedIn(request.getSession(false));
					this.generated = known == null;
					this.context.setAuthentication(known);
				}
				return this.context;
			}

			@Override
			public boolean isGenerated() {
				get();
				return this.generated;
			}

		};
	}

	@Override
	@Deprecated
	@SuppressWarnings("InlineMeSuggester")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// An Authentication is never kept.
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return signedIn(request.getSession(false)) != null;
	}

	private @Nullable SignedIn signedIn(@Nullable HttpSession session) {
		if (session == null || session.getAttribute(SessionFacts.ACCOUNT) == null) {
			return null;
		}
		long age = session.getLastAccessedTime() - session.getCreationTime();
		String why = "unreadable";
		try {
			if (age > longest(session)) {
				why = "over";
			}
			else if (session.getAttribute(SessionFacts.ACCOUNT) instanceof String account
					&& session.getAttribute(SessionFacts.FACTORS) instanceof String factors) {
				return new SignedIn(UUID.fromString(account), factors(factors));
			}
		}
		catch (IllegalArgumentException unreadable) {
			// Written by another version, or damaged: signed out.
		}
		this.log.note("session.ended", Map.of("why", why));
		session.invalidate();
		return null;
	}

	/** As written when it was opened, as nobody's role is known here. */
	private static long longest(HttpSession session) {
		long most = (FreshProof.isHanded(session) ? SessionConfiguration.HANDED_LONGEST : SessionConfiguration.LONGEST)
			.toMillis();
		return (session.getAttribute(SessionFacts.LONGEST) instanceof Long own) ? Math.min(own, most) : most;
	}

	private static Set<Factor> factors(String names) {
		Set<Factor> factors = EnumSet.noneOf(Factor.class);
		Arrays.stream(names.split(",", -1)).map(Factor::valueOf).forEach(factors::add);
		return factors;
	}

}
