package fr.faireavec.factors.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody shows beyond how they came in. */
class SecondFactorForm {

	@Size(max = 200)
	public String password = "";

	@NotBlank
	@Size(max = 60)
	public String code = "";

}
