package fr.faireavec.documents;

import fr.faireavec.web.PlainTemplates;

/** What makes documents, without the application. */
public final class PlainDocuments {

	private PlainDocuments() {
	}

	public static Documents of(PlainTemplates templates, boolean demo) {
		return new Documents(templates.engine(), demo);
	}

}
