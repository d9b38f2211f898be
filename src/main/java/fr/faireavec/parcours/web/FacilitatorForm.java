package fr.faireavec.parcours.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Who joins those who run a parcours. */
class FacilitatorForm {

	@NotNull
	private @Nullable UUID person;

	public @Nullable UUID getPerson() {
		return this.person;
	}

	public void setPerson(@Nullable UUID person) {
		this.person = person;
	}

}
