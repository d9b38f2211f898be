package fr.faireavec.factors.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody shows beyond how they came in. */
class SecondFactorForm {

	@Size(max = 200)
	private String password = "";

	@NotBlank
	@Size(max = 60)
	private String code = "";

	public String getPassword() {
		return this.password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public String getCode() {
		return this.code;
	}

	public void setCode(String code) {
		this.code = code;
	}

}
