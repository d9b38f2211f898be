package fr.faireavec.taxonomies;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a form calls the entries it offers: one kept although retired says so. */
@Component
public class EntryWords {

	private final MessageSource messages;

	EntryWords(MessageSource messages) {
		this.messages = messages;
	}

	public String of(TaxonomyEntry entry) {
		return entry.isRetired()
				? this.messages.getMessage("taxonomies.kept", new Object[] { entry.getLabel() }, Locale.FRENCH)
				: entry.getLabel();
	}

}
