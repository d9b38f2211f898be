package fr.faireavec.signin.web;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody is called, and how the others reach them. */
class NameForm {

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String familyName = "";

	@Typed(Typed.As.TELEPHONE)
	@Size(max = 30)
	public String telephone = "";

	public boolean showsAddress;

	public int version;

	static NameForm of(Person person) {
		NameForm form = new NameForm();
		form.givenName = person.getGivenName();
		form.familyName = person.getFamilyName();
		form.telephone = (person.getTelephone() != null) ? person.getTelephone() : "";
		form.showsAddress = person.isShowsAddress();
		form.version = person.getVersion();
		return form;
	}

	AccountKeeping.Name name() {
		return new AccountKeeping.Name(this.givenName, this.familyName);
	}

}
