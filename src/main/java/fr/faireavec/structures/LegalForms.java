package fr.faireavec.structures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The legal forms as the interface calls them. */
@Component
public class LegalForms {

	private final MessageSource messages;

	LegalForms(MessageSource messages) {
		this.messages = messages;
	}

	public String label(LegalForm form) {
		return this.messages.getMessage("structures.legalForm." + form, null, Locale.FRENCH);
	}

	/** The choices of a form, in the order of the enum. */
	public List<Option> options() {
		return Arrays.stream(LegalForm.values()).map((form) -> new Option(form.name(), label(form))).toList();
	}

}
