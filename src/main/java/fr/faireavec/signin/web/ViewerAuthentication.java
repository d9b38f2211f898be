package fr.faireavec.signin.web;

import java.util.List;
import java.util.Set;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.factors.Factor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The person of this request, with the role read at this request and what they showed to
 * come in.
 */
final class ViewerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Viewer viewer;

	private final transient Set<Factor> factors;

	ViewerAuthentication(Viewer viewer, Set<Factor> factors) {
		super((viewer.role() != null) ? List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())) : List.of());
		this.viewer = viewer;
		this.factors = Set.copyOf(factors);
		super.setAuthenticated(true);
	}

	Viewer viewer() {
		return this.viewer;
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
		return this.viewer;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ViewerAuthentication that && this.viewer.equals(that.viewer);
	}

	@Override
	public int hashCode() {
		return this.viewer.hashCode();
	}

}
