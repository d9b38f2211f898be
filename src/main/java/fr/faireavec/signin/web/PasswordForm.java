package fr.faireavec.signin.web;

import jakarta.validation.constraints.Size;

/**
 * A password chosen twice. At least 15 characters, no rule of composition (NIST SP
 * 800-63B-4).
 */
class PasswordForm {

	@Size(min = 15, max = 200, message = "{signin.password.size}")
	private String password = "";

	private String again = "";

	public String getPassword() {
		return this.password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public String getAgain() {
		return this.again;
	}

	public void setAgain(String again) {
		this.again = again;
	}

	boolean agrees() {
		return this.password.equals(this.again);
	}

}
