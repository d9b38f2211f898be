package fr.faireavec.parcours.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Who joins those who run a parcours. */
class FacilitatorForm {

	@NotNull
	public @Nullable UUID person;

}
