package fr.faireavec.syntheses.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Which version the public page shows. */
class OpeningForm {

	@NotNull
	public @Nullable Integer version;

}
