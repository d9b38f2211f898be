package fr.faireavec.factors;

import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Our accounts as Spring Security's ceremonies know them: the handle is the account's id,
 * the name shown by the browser the e-mail address.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

	private final Accounts accounts;

	PasskeyOwners(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		UUID accountId = PasskeyCredentials.account(handle);
		return (accountId != null) ? this.accounts.findById(accountId).map(PasskeyOwners::owner).orElse(null) : null;
	}

	/** The ceremonies call it a user name; for us it is the account's id. */
	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
		return this.accounts.findById(UUID.fromString(accountId)).map(PasskeyOwners::owner).orElse(null);
	}

	private static PublicKeyCredentialUserEntity owner(Account account) {
		String email = account.getPerson().getEmail();
		return ImmutablePublicKeyCredentialUserEntity.builder()
			.id(PasskeyCredentials.handle(account.getId()))
			.name((email != null) ? email : account.getPerson().getName())
			.displayName(account.getPerson().getName())
			.build();
	}

	@Override
	public void save(PublicKeyCredentialUserEntity owner) {
		throw new UnsupportedOperationException("accounts are opened elsewhere");
	}

	@Override
	public void delete(Bytes handle) {
		throw new UnsupportedOperationException("accounts are closed elsewhere");
	}

}
