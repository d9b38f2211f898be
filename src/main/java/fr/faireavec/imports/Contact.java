package fr.faireavec.imports;

import org.jspecify.annotations.Nullable;

/** A pilot or copilot as the file names them; the address in lower case. */
public record Contact(String givenName, String familyName, @Nullable String email) {

	public String name() {
		return (this.givenName + " " + this.familyName).strip();
	}

	/** This name, however its accents and its order were typed. */
	boolean isCalled(String other) {
		String plain = Plain.key(other);
		return plain.equals(Plain.key(name())) || plain.equals(Plain.key(this.familyName + " " + this.givenName));
	}

}
