package fr.faireavec.admin.web;

import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person’s name and address, to correct. */
class PersonForm {

	public int version;

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String familyName = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	static PersonForm of(Person person) {
		PersonForm form = new PersonForm();
		form.version = person.getVersion();
		form.givenName = person.getGivenName();
		form.familyName = person.getFamilyName();
		form.email = (person.getEmail() != null) ? person.getEmail() : "";
		return form;
	}

}
