package fr.faireavec.web;

import java.util.List;

import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;

import org.springframework.validation.ObjectError;

/** Nothing is wrong with a form, but these warnings are to be read first. */
final class Unread extends ObjectError {

	private static final long serialVersionUID = 1L;

	private final transient List<Warning> warnings;

	Unread(String form, Unconfirmed unconfirmed) {
		super(form, new String[] { unconfirmed.messageKey() }, null, unconfirmed.messageKey());
		this.warnings = unconfirmed.warnings();
	}

	List<Warning> warnings() {
		return this.warnings;
	}

}
