package fr.faireavec.signing.web;

import java.util.UUID;

import fr.faireavec.attendance.Guest;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who is not on the list says who they are, and signs. */
class NewcomerForm extends HalfDayForm {

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	public String name = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String organisation = "";

	public @Nullable UUID represents;

	Guest toGuest() {
		return new Guest(this.name, this.organisation, this.represents, null);
	}

}
