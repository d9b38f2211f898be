package fr.faireavec.accounts;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** How a person comes in: credentials and stored role, apart from who they are. */
@Entity
public class Account extends Identified {

	@OneToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	@Enumerated(EnumType.STRING)
	private @Nullable Role role;

	private @Nullable String passwordHash;

	private @Nullable Instant disabledAt;

	private @Nullable Instant acceptedAt;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	Account(UUID id, Person person, @Nullable Role role, Instant createdAt) {
		super(id);
		this.person = person;
		this.role = role;
		this.createdAt = createdAt;
	}

	/** Keeps the hash of a password just chosen. */
	public void choosePassword(String hash) {
		this.passwordHash = hash;
	}

	/** Takes the password away: other ways in remain. */
	public void forgetPassword() {
		this.passwordHash = null;
	}

	/** Notes that they came in; only the first time counts. */
	public void comeIn(Instant at) {
		if (this.acceptedAt == null) {
			this.acceptedAt = at;
		}
	}

	void disable(Instant at) {
		if (this.disabledAt == null) {
			this.disabledAt = at;
		}
	}

	/**
	 * @throws Refusal once the person was erased: their account is closed for good
	 */
	void enable() {
		if (this.person.isErased()) {
			throw new Refusal("accounts.erased");
		}
		this.disabledAt = null;
	}

	void become(@Nullable Role newRole) {
		this.role = newRole;
	}

	/** Its owner as they would be signed in now. */
	public Viewer viewer() {
		return new Viewer(this.person.getId(), getId(), this.person.getGivenName(), this.person.getFamilyName(),
				this.role);
	}

	public Person getPerson() {
		return this.person;
	}

	public @Nullable Role getRole() {
		return this.role;
	}

	public @Nullable String getPasswordHash() {
		return this.passwordHash;
	}

	public boolean hasPassword() {
		return this.passwordHash != null;
	}

	/** Whether they ever came in: an invitation accepted, by whichever way. */
	public boolean hasComeIn() {
		return this.acceptedAt != null;
	}

	public @Nullable Instant getAcceptedAt() {
		return this.acceptedAt;
	}

	public boolean isDisabled() {
		return this.disabledAt != null;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
