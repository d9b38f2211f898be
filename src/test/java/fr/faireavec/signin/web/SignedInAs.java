package fr.faireavec.signin.web;

import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs an account in for one MockMvc request, as the session would hold it. */
public final class SignedInAs {

	private SignedInAs() {
	}

	public static RequestPostProcessor account(UUID accountId) {
		SignedIn principal = new SignedIn(accountId, null, true);
		return SecurityMockMvcRequestPostProcessors.authentication(
				UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
	}

}
