package fr.faireavec.accounts;

import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Runs an activity as somebody, where no request does: the demo's loader and the tests.
 */
public final class Impersonation {

	private Impersonation() {
	}

	public static void as(Person person, Runnable activity) {
		giving(person, () -> {
			activity.run();
			return null;
		});
	}

	/** The same, with what the activity gives. */
	public static <T extends @Nullable Object> T giving(Person person, Supplier<T> activity) {
		SecurityContext before = SecurityContextHolder.getContext();
		Viewer viewer = new Viewer(person.getId(), new UUID(0, 0), person.getGivenName(), person.getFamilyName(), null);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(viewer, null, java.util.List.of()));
		SecurityContextHolder.setContext(context);
		try {
			return activity.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
