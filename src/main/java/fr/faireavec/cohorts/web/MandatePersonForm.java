package fr.faireavec.cohorts.web;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.PersonCorrecting;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a pilot or copilot is called, and where they are reached. */
class MandatePersonForm {

	public int version;

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

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	static MandatePersonForm of(Person person) {
		MandatePersonForm form = new MandatePersonForm();
		form.version = person.getVersion();
		form.givenName = person.getGivenName();
		form.familyName = person.getFamilyName();
		form.telephone = (person.getTelephone() != null) ? person.getTelephone() : "";
		form.email = (person.getEmail() != null) ? person.getEmail() : "";
		return form;
	}

	PersonCorrecting.Details details() {
		return new PersonCorrecting.Details(new AccountKeeping.Name(this.givenName, this.familyName), this.telephone,
				this.email);
	}

}
