package fr.faireavec.cohorts.web;

import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address of somebody named without one. */
class MandateAddressForm {

	public int version;

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	static MandateAddressForm of(Person person) {
		MandateAddressForm form = new MandateAddressForm();
		form.version = person.getVersion();
		form.email = (person.getEmail() != null) ? person.getEmail() : "";
		return form;
	}

}
