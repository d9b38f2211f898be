package fr.faireavec.imports;

import fr.faireavec.kernel.Spellings.Name;
import org.jspecify.annotations.Nullable;

/**
 * A pilot or copilot as the file names them; the address in lower case, the telephone as
 * it is kept.
 */
public record Contact(String givenName, String familyName, @Nullable String email, @Nullable String telephone) {

	public String name() {
		return (this.givenName + " " + this.familyName).strip();
	}

	/** The name as it is compared with others. */
	Name called() {
		return new Name(this.givenName, this.familyName);
	}

}
