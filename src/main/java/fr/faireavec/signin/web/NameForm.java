package fr.faireavec.signin.web;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody is called. */
class NameForm {

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String familyName = "";

	private int version;

	static NameForm of(Person person) {
		NameForm form = new NameForm();
		form.givenName = person.getGivenName();
		form.familyName = person.getFamilyName();
		form.version = person.getVersion();
		return form;
	}

	AccountKeeping.Name name() {
		return new AccountKeeping.Name(this.givenName, this.familyName);
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

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

}
