package fr.faireavec.signin.web;

import jakarta.validation.constraints.NotEmpty;

/** A password to choose; for whoever changes one, the current one too. */
class PasswordForm {

	@NotEmpty
	private String password = "";

	private String current = "";

	public String getPassword() {
		return this.password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public String getCurrent() {
		return this.current;
	}

	public void setCurrent(String current) {
		this.current = current;
	}

}
