package fr.faireavec.exchanges.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the animation takes somebody's words away. */
class RemovalForm {

	@NotBlank
	@Size(max = 500)
	public String reason = "";

}
