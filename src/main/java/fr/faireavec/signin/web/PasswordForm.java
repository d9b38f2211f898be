package fr.faireavec.signin.web;

import jakarta.validation.constraints.NotEmpty;

/** A password to choose; for whoever changes one, the current one too. */
class PasswordForm {

	@NotEmpty
	public String password = "";

	public String current = "";

}
