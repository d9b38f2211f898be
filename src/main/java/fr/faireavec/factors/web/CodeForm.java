package fr.faireavec.factors.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A code of the moment, to prove that the application is set up. */
class CodeForm {

	@NotBlank
	@Size(max = 20)
	public String code = "";

}
