package fr.faireavec.privacy.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody is not erased, as they will read it. */
class RefusalForm {

	@NotBlank
	@Size(max = 500)
	public String reason = "";

}
