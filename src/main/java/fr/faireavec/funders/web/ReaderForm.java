package fr.faireavec.funders.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who will read the bilans for a funder. */
class ReaderForm {

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String familyName = "";

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	@Size(max = 100)
	public String answered = "";

}
