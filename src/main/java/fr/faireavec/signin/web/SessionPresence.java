package fr.faireavec.signin.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import fr.faireavec.factors.Factor;
import fr.faireavec.factors.Presence;
import fr.faireavec.signin.SessionFacts;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps with the session what somebody showed. */
@Component
class SessionPresence implements Presence {

	private final HttpServletRequest request;

	private final Clock clock;

	SessionPresence(HttpServletRequest request, Clock clock) {
		this.request = request;
		this.clock = clock;
	}

	@Override
	public Set<Factor> shown() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication known)
				? known.factors() : Set.of();
	}

	@Override
	public void add(Factor factor) {
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication known)) {
			throw new IllegalStateException("nobody is signed in");
		}
		Set<Factor> factors = EnumSet.of(factor);
		factors.addAll(known.factors());
		this.request.changeSessionId();
		this.request.getSession().setAttribute(SessionFacts.FACTORS, written(factors));
		this.request.getSession().setAttribute(SessionFacts.PROVED, this.clock.millis());
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new ViewerAuthentication(known.viewer(), factors));
		SecurityContextHolder.setContext(context);
	}

	static String written(Set<Factor> factors) {
		return factors.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
	}

}
