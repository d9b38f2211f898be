package fr.faireavec.funders.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who will read the bilans for a funder. */
class ReaderForm {

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String familyName = "";

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	private String email = "";

	@Size(max = 100)
	private String answered = "";

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

	public String getAnswered() {
		return this.answered;
	}

	public void setAnswered(String answered) {
		this.answered = answered;
	}

}
