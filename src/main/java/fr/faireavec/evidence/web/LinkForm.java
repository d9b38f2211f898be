package fr.faireavec.evidence.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An address elsewhere, and what is found there. */
class LinkForm {

	@NotBlank
	@Size(max = 500)
	@Typed(Typed.As.LINE)
	public String address = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String label = "";

}
