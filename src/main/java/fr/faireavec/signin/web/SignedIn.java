package fr.faireavec.signin.web;

import java.util.Set;
import java.util.UUID;

import fr.faireavec.factors.Factor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Which account a session is of and what was shown to open it: nothing it may do, which
 * is read anew at each request.
 */
final class SignedIn extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final UUID accountId;

	private final transient Set<Factor> factors;

	SignedIn(UUID accountId, Set<Factor> factors) {
		super(java.util.List.of());
		this.accountId = accountId;
		this.factors = Set.copyOf(factors);
		super.setAuthenticated(true);
	}

	UUID accountId() {
		return this.accountId;
	}

	Set<Factor> factors() {
		return this.factors;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public Object getPrincipal() {
		return this.accountId;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedIn that && this.accountId.equals(that.accountId)
				&& this.factors.equals(that.factors);
	}

	@Override
	public int hashCode() {
		return this.accountId.hashCode();
	}

}
