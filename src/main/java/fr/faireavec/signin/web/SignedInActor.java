package fr.faireavec.signin.web;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.CurrentActor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The signed-in person is the one who acts; for the demo's loader, whoever it
 * impersonates.
 */
@Component
class SignedInActor implements CurrentActor {

	@Override
	public @Nullable UUID personId() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) ? viewer.personId()
				: null;
	}

}
