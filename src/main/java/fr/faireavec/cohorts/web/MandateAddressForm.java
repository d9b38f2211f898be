package fr.faireavec.cohorts.web;

import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address of somebody named without one. */
class MandateAddressForm {

	private int version;

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	private String email = "";

	static MandateAddressForm of(Person person) {
		MandateAddressForm form = new MandateAddressForm();
		form.version = person.getVersion();
		form.email = (person.getEmail() != null) ? person.getEmail() : "";
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

}
