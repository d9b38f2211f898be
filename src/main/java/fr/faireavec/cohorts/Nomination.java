package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import org.jspecify.annotations.Nullable;

/**
 * Who a structure names for what, from which day on. The form's key: sent twice, one
 * mandate. Without an e-mail address the person has no access.
 *
 * @param answered whether they are whoever has this address here, once it was asked
 */
public record Nomination(UUID key, AccountKeeping.Name name, @Nullable String email, MandateRole role, LocalDate from,
		@Nullable String answered) {

	/** Before anything was asked. */
	public Nomination(UUID key, AccountKeeping.Name name, @Nullable String email, MandateRole role, LocalDate from) {
		this(key, name, email, role, from, null);
	}

}
