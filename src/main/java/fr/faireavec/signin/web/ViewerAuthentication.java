package fr.faireavec.signin.web;

import java.util.List;

import fr.faireavec.accounts.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The person of this request, with the role read at this request. */
final class ViewerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Viewer viewer;

	ViewerAuthentication(Viewer viewer) {
		super((viewer.role() != null) ? List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())) : List.of());
		this.viewer = viewer;
		super.setAuthenticated(true);
	}

	Viewer viewer() {
		return this.viewer;
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
