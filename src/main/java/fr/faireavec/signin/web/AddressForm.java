package fr.faireavec.signin.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An e-mail address. */
class AddressForm {

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

}
