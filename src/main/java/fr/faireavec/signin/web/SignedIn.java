package fr.faireavec.signin.web;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What the HTTP session keeps: which account signed in, and nothing it may do. */
final class SignedIn implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final UUID accountId;

	private final boolean enabled;

	private transient @Nullable String passwordHash;

	SignedIn(UUID accountId, @Nullable String passwordHash, boolean enabled) {
		this.accountId = accountId;
		this.passwordHash = passwordHash;
		this.enabled = enabled;
	}

	UUID accountId() {
		return this.accountId;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.accountId.toString();
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedIn that && this.accountId.equals(that.accountId);
	}

	@Override
	public int hashCode() {
		return this.accountId.hashCode();
	}

}
