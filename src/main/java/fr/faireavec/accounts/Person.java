package fr.faireavec.accounts;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
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

	private Instant createdAt;

	private @Nullable Instant erasedAt;

	@SuppressWarnings("NullAway.Init")
	protected Person() {
	}

	public Person(UUID id, String givenName, String familyName, @Nullable String email, Instant createdAt) {
		super(id);
		this.givenName = givenName.strip();
		this.familyName = familyName.strip();
		this.email = normalised(email);
		this.createdAt = createdAt;
	}

	public void rename(String newGivenName, String newFamilyName) {
		this.givenName = newGivenName.strip();
		this.familyName = newFamilyName.strip();
	}

	public void writeTo(@Nullable String newEmail) {
		this.email = normalised(newEmail);
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

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/** Asked to be forgotten, or forgotten after a long silence: nobody any more. */
	public boolean isErased() {
		return this.erasedAt != null;
	}

	/** E-mail addresses are compared, and kept, in lower case. */
	public static @Nullable String normalised(@Nullable String email) {
		return (email == null || email.isBlank()) ? null : email.strip().toLowerCase(Locale.ROOT);
	}

}
