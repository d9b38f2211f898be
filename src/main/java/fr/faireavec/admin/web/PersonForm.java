package fr.faireavec.admin.web;

import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person’s name and address, to correct. */
class PersonForm {

	private int version;

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String familyName = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	private String email = "";

	static PersonForm of(Person person) {
		PersonForm form = new PersonForm();
		form.version = person.getVersion();
		form.givenName = person.getGivenName();
		form.familyName = person.getFamilyName();
		form.email = (person.getEmail() != null) ? person.getEmail() : "";
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getGivenName() {
		return this.givenName;
	}

	public void setGivenName(String givenName) {
		this.givenName = givenName;
	}

	public String getFamilyName() {
		return this.familyName;
	}

	public void setFamilyName(String familyName) {
		this.familyName = familyName;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

}
