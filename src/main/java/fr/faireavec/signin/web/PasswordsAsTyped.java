package fr.faireavec.signin.web;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;

/** A password is taken as typed, spaces included. */
final class PasswordsAsTyped {

	private PasswordsAsTyped() {
	}

	static void on(WebDataBinder binder, String... fields) {
		for (String field : fields) {
			binder.registerCustomEditor(String.class, field, new StringTrimmerEditor("", false) {
				@Override
				public void setAsText(String text) {
					setValue(text);
				}
			});
		}
	}

}
