package fr.faireavec.accounts;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Telephone;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the network works with; never a usager. One row each, whatever they do here.
 */
@Entity
public class Person extends Identified {

	private String givenName;

	private String familyName;

	private @Nullable String email;

	private @Nullable Instant emailProvedAt;

	private @Nullable String telephone;

	private boolean showsAddress;

	private Instant createdAt;

	private @Nullable Instant erasedAt;

	private @Nullable UUID reunitedWith;

	private @Nullable Instant reunitedAt;

	@SuppressWarnings("NullAway.Init")
	protected Person() {
	}

	public Person(UUID id, String givenName, String familyName, @Nullable String email, Instant createdAt) {
		super(id);
		this.givenName = PersonName.read("givenName", givenName);
		this.familyName = PersonName.read("familyName", familyName);
		this.email = EmailAddress.read("email", email);
		this.createdAt = createdAt;
	}

	public void rename(String newGivenName, String newFamilyName) {
		this.givenName = PersonName.read("givenName", newGivenName);
		this.familyName = PersonName.read("familyName", newFamilyName);
	}

	public void writeTo(@Nullable String newEmail) {
		String address = EmailAddress.read("email", newEmail);
		if (!Objects.equals(address, this.email)) {
			this.email = address;
			this.emailProvedAt = null;
		}
	}

	/** Where they are called from now on, if anywhere. */
	void callAt(@Nullable String newTelephone) {
		this.telephone = Telephone.read("telephone", newTelephone);
	}

	/** Whether the others of their parcours read their address. */
	void showAddress(boolean shown) {
		this.showsAddress = shown;
	}

	public String getGivenName() {
		return this.givenName;
	}

	public String getFamilyName() {
		return this.familyName;
	}

	/** Given name, then family name. */
	public String getName() {
		return this.givenName + " " + this.familyName;
	}

	public @Nullable String getEmail() {
		return this.email;
	}

	public @Nullable String getTelephone() {
		return this.telephone;
	}

	/** Whether they agreed that the others of their parcours read their address. */
	public boolean isShowsAddress() {
		return this.showsAddress;
	}

	/** Its owner has just shown that they read what is sent there. */
	public void proveEmail(Instant at) {
		if (this.email != null && this.emailProvedAt == null) {
			this.emailProvedAt = at;
		}
	}

	/** Somebody answered from this mailbox: it is theirs, not a mistake nor a trap. */
	public boolean hasProvedEmail() {
		return this.emailProvedAt != null;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/** Asked to be forgotten, or forgotten after a long silence: nobody any more. */
	public boolean isErased() {
		return this.erasedAt != null;
	}

	/** This sheet turned out to be of the same person as another, which goes on. */
	void reuniteWith(Person other, Instant at) {
		this.email = null;
		this.emailProvedAt = null;
		this.telephone = null;
		this.reunitedWith = other.getId();
		this.reunitedAt = at;
	}

	/** Whether another sheet goes on in its place. */
	public boolean isReunited() {
		return this.reunitedWith != null;
	}

	/** The sheet that goes on in its place. */
	public @Nullable UUID getReunitedWith() {
		return this.reunitedWith;
	}

	public @Nullable Instant getReunitedAt() {
		return this.reunitedAt;
	}

	/** What e-mail addresses are compared by, good or not. */
	public static @Nullable String normalised(@Nullable String email) {
		String address = EmailAddress.cleaned(email);
		return address.isEmpty() ? null : address;
	}

}
