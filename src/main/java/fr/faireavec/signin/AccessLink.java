package fr.faireavec.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Lets its bearer choose a password, once, within a week. */
@Entity
class AccessLink extends Identified {

	static final Duration LIFETIME = Duration.ofDays(7);

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Account account;

	private String tokenHash;

	private Instant issuedAt;

	private Instant expiresAt;

	private @Nullable Instant usedAt;

	@SuppressWarnings("NullAway.Init")
	protected AccessLink() {
	}

	AccessLink(UUID id, Account account, String tokenHash, Instant issuedAt) {
		super(id);
		this.account = account;
		this.tokenHash = tokenHash;
		this.issuedAt = issuedAt;
		this.expiresAt = issuedAt.plus(LIFETIME);
	}

	boolean isUsable(Instant at) {
		return this.usedAt == null && at.isBefore(this.expiresAt) && !this.account.isDisabled();
	}

	void use(Instant at) {
		this.usedAt = at;
	}

	Account account() {
		return this.account;
	}

	Instant issuedAt() {
		return this.issuedAt;
	}

	String tokenHash() {
		return this.tokenHash;
	}

}
