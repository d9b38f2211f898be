package fr.faireavec.factors.web;

import fr.faireavec.factors.Passkey;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody calls one of their passkeys. */
class PasskeyNameForm {

	@NotBlank
	@Size(max = 60)
	@Typed(Typed.As.LINE)
	public String name = "";

	static PasskeyNameForm of(Passkey passkey) {
		PasskeyNameForm form = new PasskeyNameForm();
		form.name = passkey.getName();
		return form;
	}

}
