package fr.faireavec.leaflets;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prints a leaflet, to be joined to the form. */
@Component
public class LeafletPdf {

	private final Documents documents;

	private final MessageSource messages;

	LeafletPdf(Documents documents, MessageSource messages) {
		this.documents = documents;
		this.messages = messages;
	}

	public byte[] print(Bilan bilan, Leaflet leaflet) {
		return this.documents
			.print(new Printable("leaflets/pdf", say("title.of", leaflet.funder(), leaflet.number()),
					say("about", bilan.document().parcours(), bilan.number()),
					Map.of("leaflet", leaflet, "document", bilan.document())))
			.file();
	}

	private String say(String key, Object... with) {
		return Objects.requireNonNull(this.messages.getMessage("leaflets." + key, with, Locale.FRENCH));
	}

}
